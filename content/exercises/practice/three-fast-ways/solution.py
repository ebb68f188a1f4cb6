import asyncio
import time


async def letters():
    for letter in "ab":
        await asyncio.sleep(0.1)
        yield letter


def blocking():
    time.sleep(0.1)


async def read():
    async for letter in letters():
        await asyncio.sleep(0.1)


async def main():
    start = time.perf_counter()
    async with asyncio.TaskGroup() as group:
        group.create_task(asyncio.sleep(0.2))
        group.create_task(asyncio.sleep(0.2))
        group.create_task(asyncio.to_thread(blocking))
        group.create_task(asyncio.to_thread(blocking))
        group.create_task(read())
    print(f"{time.perf_counter() - start:.1f} s")


asyncio.run(main())
