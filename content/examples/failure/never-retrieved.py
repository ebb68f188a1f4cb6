import asyncio


async def save():
    await asyncio.sleep(0.1)
    raise OSError("disk full")


async def main():
    asyncio.create_task(save(), name="save")
    await asyncio.sleep(0.3)
    print("main: everything is saved")


asyncio.run(main())
