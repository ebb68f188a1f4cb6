"""RuntimeError
still alive
pool: RuntimeError
input: RuntimeError
the loop goes on
exit 0
"""

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor

try:
    threading.Thread(target=print).start()
except RuntimeError as error:
    print(type(error).__name__)
print("still alive", *threading.enumerate()[1:])
with ThreadPoolExecutor() as pool:
    try:
        pool.submit(print)
    except RuntimeError as error:
        print("pool:", type(error).__name__)
try:
    input()
except RuntimeError as error:
    print("input:", type(error).__name__)


async def main():
    loop = asyncio.get_running_loop()
    try:
        await loop.run_in_executor(None, print)
    except RuntimeError:
        await asyncio.sleep(1)
    print("the loop goes on")
    await loop.shutdown_default_executor()


asyncio.run(main())
