import asyncio
import itertools
import time


async def spin(message):
    for frame in itertools.cycle("⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"):
        print(f"\r{frame} {message}", end="", flush=True)
        await asyncio.sleep(0.1)


async def main():
    spinner = asyncio.create_task(spin("thinking"), name="spinner")
    await asyncio.sleep(0.25)
    time.sleep(0.45)
    await asyncio.sleep(0.25)
    spinner.cancel()
    try:
        await spinner
    except asyncio.CancelledError:
        print("\rthe answer is 42")


asyncio.run(main())
