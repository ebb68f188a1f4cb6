import asyncio
import logging
import re
import time


def short(record):
    print("slow step:", re.search(r"name='(.+?)'", record.args[0])[1])


async def price(order):
    await asyncio.sleep(0.1)


def stamp(order):
    time.sleep(0.2)


async def sell(order):
    await price(order)
    await asyncio.to_thread(stamp, order)


async def main():
    async with asyncio.TaskGroup() as group:
        for order in "tea", "cake", "pie":
            group.create_task(sell(order), name=order)
    print("all sold")


logging.getLogger("asyncio").addFilter(short)
asyncio.run(main(), debug=True)
