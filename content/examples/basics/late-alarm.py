import asyncio
import time


async def alarm():
    start = time.perf_counter()
    await asyncio.sleep(0.1)
    print(f"the alarm rings after {time.perf_counter() - start:.1f} s")


async def worker():
    time.sleep(0.4)
    print("the worker is done")


async def main():
    await asyncio.gather(alarm(), worker())


asyncio.run(main())
