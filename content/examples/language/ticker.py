import asyncio


async def ticker(limit):
    print("  starting")
    for number in range(1, limit + 1):
        await asyncio.sleep(0.1)
        yield number
    print("  no more ticks")


async def main():
    ticks = ticker(3)
    print("called, and nothing has run")
    async for number in ticks:
        print("tick", number)
    print("squares:", [n * n async for n in ticker(2)])


asyncio.run(main())
