import asyncio


async def save(name, delay, error=None):
    await asyncio.sleep(delay)
    if error:
        raise error
    print(f"{name} is saved")


async def main():
    try:
        await asyncio.gather(
            save("a", 0.1),
            save("b", 0.2, OSError("disk full")),
            save("c", 0.3),
        )
    except OSError as error:
        print(f"stopped: {error}")
    await asyncio.sleep(0.3)
    print("main is done")


asyncio.run(main())
