import asyncio
import logging
import re
import time


def short(record):
    print("slow step:", re.search(r"name='(.+?)'", record.args[0])[1])


async def nap():
    await asyncio.sleep(0.3)


async def crunch():
    time.sleep(0.2)


async def glance():
    time.sleep(0.05)


async def main():
    async with asyncio.TaskGroup() as group:
        for job in nap, crunch, glance:
            group.create_task(job(), name=job.__name__)


logging.getLogger("asyncio").addFilter(short)
asyncio.run(main(), debug=True)
