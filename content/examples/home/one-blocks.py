import asyncio
import time


async def polite(name):
    for turn in range(1, 4):
        await asyncio.sleep(0.2)
        print(name, turn)


async def rude():
    await asyncio.sleep(0.3)
    time.sleep(0.5)  # blocks the event loop: nobody else gets a turn
    print("rude is done")


async def main():
    await asyncio.gather(polite("ann"), polite("bob"), rude())


asyncio.run(main())
