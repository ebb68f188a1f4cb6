import asyncio
import logging
import re
import time


def short(record):
    step, seconds = record.args
    name = re.search(r"name='(.+?)'", step)[1]
    print(f"slow step: {name} took {seconds:.1f} s")


async def report():
    await asyncio.sleep(0.1)
    time.sleep(0.3)  # blocks the loop
    await asyncio.sleep(0.1)
    print("report is done")


async def main():
    await asyncio.create_task(report(), name="report")


logging.getLogger("asyncio").addFilter(short)
asyncio.run(main(), debug=True)
