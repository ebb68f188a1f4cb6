import asyncio
import time

frames = 0


async def spin():
    global frames
    while True:
        frames += 1
        await asyncio.sleep(0.1)


async def main():
    spinner = asyncio.create_task(spin(), name="spinner")
    time.sleep(0.35)
    spinner.cancel()
    try:
        await spinner
    except asyncio.CancelledError:
        print(f"frames: {frames}")


asyncio.run(main())
