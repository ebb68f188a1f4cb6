import asyncio


async def other():
    print("other: first step")
    await asyncio.sleep(0.2)
    print("other: second step")


async def main():
    task = asyncio.create_task(other())
    await asyncio.sleep(0)
    print("main: goes on")
    await task


asyncio.run(main())
