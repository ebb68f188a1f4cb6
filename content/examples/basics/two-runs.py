import asyncio


async def background():
    try:
        await asyncio.sleep(0.3)
    except asyncio.CancelledError:
        print("background: cancelled")
        raise


async def first():
    task = asyncio.create_task(background(), name="background")
    await asyncio.sleep(0.1)
    print("first run: the end of main")


async def second():
    await asyncio.sleep(0.4)
    print("second run: the end of main")


asyncio.run(first())
print("between the runs")
asyncio.run(second())
