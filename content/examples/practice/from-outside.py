import asyncio
import contextlib
import io
import os
import re
import runpy
import signal
import sys
import time


async def bake():
    await asyncio.sleep(60)


async def party():
    async with asyncio.TaskGroup() as group:
        group.create_task(bake(), name="cake")
        group.create_task(bake(), name="pie")


pid = os.fork()
if pid == 0:
    asyncio.run(party())  # a process of its own, which knows nothing of being watched

time.sleep(0.3)
sys.argv = ["asyncio", "pstree", str(pid)]  # python -m asyncio pstree PID
with contextlib.redirect_stdout(io.StringIO()) as tree, contextlib.suppress(SystemExit):
    runpy.run_module("asyncio", run_name="__main__")
text = re.sub(r" \S+/asyncio/\w+\.py:\d+", "", tree.getvalue())
print(re.sub(r"/.+/", "", text).strip())
os.kill(pid, signal.SIGKILL)
os.waitpid(pid, 0)
