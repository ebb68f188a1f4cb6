import asyncio
import time


async def job(number):
    await asyncio.sleep(0.1)


async def worker(numbers):
    for number in numbers:
        await job(number)


async def main():
    start = time.perf_counter()
    numbers = iter(range(10))
    async with asyncio.TaskGroup() as group:
        for _ in range(4):
            group.create_task(worker(numbers))
        print("tasks:", len(asyncio.all_tasks()))
    print(f"took {time.perf_counter() - start:.1f} s")


asyncio.run(main())
