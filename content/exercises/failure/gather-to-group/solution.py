import asyncio


async def save(name, delay, error=None):
    await asyncio.sleep(delay)
    if error:
        raise error
    print(f"{name} is saved")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(save("a", 0.1))
            group.create_task(save("b", 0.2, OSError("disk full")))
            group.create_task(save("c", 0.3))
    except* OSError as caught:
        for error in caught.exceptions:
            print(f"stopped: {error}")
    await asyncio.sleep(0.3)
    print("main is done")


asyncio.run(main())
