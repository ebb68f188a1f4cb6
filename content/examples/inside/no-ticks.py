import asyncio

ticks = 0


async def ticker():
    global ticks
    while True:
        await asyncio.sleep(0.02)
        ticks += 1


def calculate():
    return sum(n * n for n in range(2_000_000))


async def main():
    ticking = asyncio.create_task(ticker())
    await asyncio.sleep(0.1)
    before = ticks
    print("ticks while main waits, some:", before > 0)
    print("total:", calculate())
    print("ticks while main calculates:", ticks - before)


asyncio.run(main())
