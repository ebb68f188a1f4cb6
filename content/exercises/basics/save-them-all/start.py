import asyncio


async def save(name):
    await asyncio.sleep(0.3)
    print(f"{name} saved")


async def main():
    for name in ("letter", "photo", "song"):
        asyncio.create_task(save(name))
    print("closing")


asyncio.run(main())
