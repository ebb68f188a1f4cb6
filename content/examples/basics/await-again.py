import asyncio
import time

start = time.perf_counter()


async def job():
    await asyncio.sleep(0.3)
    return 42


async def main():
    task = asyncio.create_task(job())
    for attempt in ("first", "second", "third"):
        result = await task
        print(f"{time.perf_counter() - start:.1f} {attempt} await: {result}")


asyncio.run(main())
