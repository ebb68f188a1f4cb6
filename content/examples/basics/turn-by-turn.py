import asyncio


async def count(name):
    for number in (1, 2, 3):
        print(name, number)
        await asyncio.sleep(0)


async def main():
    first = asyncio.create_task(count("a"), name="a")
    second = asyncio.create_task(count("b"), name="b")
    await first
    await second


asyncio.run(main())
