import asyncio


async def stubborn():
    try:
        await asyncio.sleep(0.5)
    except asyncio.CancelledError:
        print("stubborn: I do not care")
    await asyncio.sleep(0.3)
    print("stubborn: done")


async def main():
    try:
        async with asyncio.timeout(0.1) as limit:
            await stubborn()
    except TimeoutError:
        print("main: TimeoutError")
    print(f"main: expired: {limit.expired()}")


asyncio.run(main())
