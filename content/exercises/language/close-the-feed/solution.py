import asyncio
from contextlib import aclosing


async def prices():
    print("feed: connected")
    try:
        for price in [5, 7, 12, 9]:
            await asyncio.sleep(0.1)
            yield price
    finally:
        await asyncio.sleep(0.1)
        print("feed: disconnected")


async def first_above(limit):
    async with aclosing(prices()) as feed:
        async for price in feed:
            if price > limit:
                return price


async def main():
    print("found", await first_above(6))
    print("now the line is free again")


asyncio.run(main())
