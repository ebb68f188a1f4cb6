import asyncio


async def save(name):
    await asyncio.sleep(0.1)
    if name == "b":
        raise OSError("disk full")


async def main():
    tasks = {name: asyncio.create_task(save(name)) for name in ("a", "b", "c")}
    for name, task in tasks.items():
        try:
            await task
            print(f"{name} is saved")
        except OSError as error:
            print(f"{name}: {error}")


asyncio.run(main())
