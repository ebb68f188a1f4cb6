import asyncio
import time

start = time.perf_counter()


async def job():
    print(f"{time.perf_counter() - start:.1f} tick")
    await asyncio.sleep(0.1)


async def every(period, job):
    loop = asyncio.get_running_loop()
    deadline = loop.time()
    while True:
        await job()
        deadline += period
        await asyncio.sleep(deadline - loop.time())


async def main():
    ticker = asyncio.create_task(every(0.2, job), name="ticker")
    await asyncio.sleep(0.65)
    ticker.cancel()
    await asyncio.wait([ticker])
    print("stopped")


asyncio.run(main())
