import asyncio


async def good():
    await asyncio.sleep(0.3)
    print("good is done")


async def bad():
    await asyncio.sleep(0.1)
    raise ValueError("bad is broken")


async def main():
    try:
        await asyncio.gather(good(), bad())
    except ValueError as error:
        print(f"main caught: {error}")
    await asyncio.sleep(0.4)
    print("main returns")


asyncio.run(main())
