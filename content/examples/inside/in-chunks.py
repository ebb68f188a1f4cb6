import asyncio

ticks = 0


async def ticker():
    global ticks
    while True:
        await asyncio.sleep(0.01)
        ticks += 1


async def calculate():
    total = 0
    for first in range(0, 2_000_000, 100_000):
        total += sum(n * n for n in range(first, first + 100_000))
        await asyncio.sleep(0)  # a turn for the others
    return total


async def main():
    ticking = asyncio.create_task(ticker())
    print("total:", await calculate())
    print("ticks while calculating, some:", ticks > 0)


asyncio.run(main())
