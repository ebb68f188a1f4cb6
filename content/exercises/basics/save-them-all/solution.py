import asyncio


async def save(name):
    await asyncio.sleep(0.3)
    print(f"{name} saved")


async def main():
    tasks = []
    for name in ("letter", "photo", "song"):
        tasks.append(asyncio.create_task(save(name)))
    print("closing")
    for task in tasks:
        await task


asyncio.run(main())
