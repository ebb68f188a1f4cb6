import asyncio
import time


async def waits(name):
    for turn in range(1, 4):
        await asyncio.sleep(0.2)  # waiting: the others go on
        print(name, turn)


async def blocks():
    await asyncio.sleep(0.3)
    time.sleep(0.5)  # blocking: nobody goes on


async def main():
    await asyncio.gather(waits("ann"), waits("bob"), blocks())


asyncio.run(main())
