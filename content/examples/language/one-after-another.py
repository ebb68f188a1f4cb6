import asyncio
import time


async def fetch(page):
    await asyncio.sleep(0.2)
    return page * 10


async def main():
    start = time.monotonic()
    results = [await fetch(page) for page in range(3)]
    print(results, "comprehension:", round(time.monotonic() - start, 1))

    start = time.monotonic()
    results = await asyncio.gather(*(fetch(page) for page in range(3)))
    print(results, "gather:", round(time.monotonic() - start, 1))


asyncio.run(main())
