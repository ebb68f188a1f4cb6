import asyncio


async def job(name, seconds, gate):
    async with gate:
        await asyncio.sleep(seconds)
        print(name, "is done")


async def main():
    gate = asyncio.Semaphore(2)
    await asyncio.gather(
        job("long", 0.4, gate),
        job("short 1", 0.1, gate),
        job("short 2", 0.1, gate),
        job("short 3", 0.1, gate),
    )


asyncio.run(main())
