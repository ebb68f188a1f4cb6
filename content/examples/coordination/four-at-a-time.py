import asyncio
import time

running = peak = 0


async def job(gate):
    global running, peak
    async with gate:
        running += 1
        peak = max(peak, running)
        await asyncio.sleep(0.1)
        running -= 1


async def main():
    start = time.perf_counter()
    gate = asyncio.Semaphore(4)
    async with asyncio.TaskGroup() as group:
        for _ in range(10):
            group.create_task(job(gate))
        print("tasks:", len(asyncio.all_tasks()))
    print(f"took {time.perf_counter() - start:.1f} s, at most {peak} at once")


asyncio.run(main())
