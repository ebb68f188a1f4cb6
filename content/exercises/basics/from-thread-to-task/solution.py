import asyncio


async def dots():
    number = 0
    try:
        while True:
            number += 1
            print(f"dot {number}")
            await asyncio.sleep(0.1)
    finally:
        print("the dots have stopped")


async def main():
    dotting = asyncio.create_task(dots())
    await asyncio.sleep(0.35)
    dotting.cancel()
    try:
        await dotting
    except asyncio.CancelledError:
        print("main goes on")


asyncio.run(main())
