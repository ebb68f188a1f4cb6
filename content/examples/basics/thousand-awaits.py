import asyncio


async def nothing():
    return


async def other():
    print("other: my first step")


async def main():
    task = asyncio.create_task(other())
    for _ in range(1000):
        await nothing()
    print("main: 1000 awaits done")
    await task


asyncio.run(main())
