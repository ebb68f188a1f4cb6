import asyncio
import time


async def letters():
    for letter in "ab":
        await asyncio.sleep(0.1)
        yield letter


async def blocking():
    time.sleep(0.1)


async def main():
    start = time.perf_counter()
    await asyncio.create_task(asyncio.sleep(0.2))
    await asyncio.create_task(asyncio.sleep(0.2))
    await asyncio.gather(blocking(), blocking())
    async for letter in letters():
        await asyncio.sleep(0.1)
    print(f"{time.perf_counter() - start:.1f} s")


asyncio.run(main())
