import asyncio


async def step(name):
    print(name)


async def main():
    first = step("first")
    second = step("second")
    print("main")
    await second
    await first
    print("end")


asyncio.run(main())
