import asyncio


async def tickets():
    for number in range(1, 4):
        await asyncio.sleep(0.25)
        yield number


async def clock():
    for _ in range(3):
        await asyncio.sleep(0.2)
        print("  tick")


async def main():
    ticking = asyncio.create_task(clock())
    async for number in tickets():
        print("ticket", number)
    await ticking


asyncio.run(main())
