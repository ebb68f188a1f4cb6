import asyncio


async def save(name):
    await asyncio.sleep(0.1)
    if name == "b":
        raise OSError("disk full")


async def main():
    for name in ("a", "b", "c"):
        asyncio.create_task(save(name))
    await asyncio.sleep(0.3)
    print("everything is saved")


asyncio.run(main())
