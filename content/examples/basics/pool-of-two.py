import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

start = time.perf_counter()


def job(number):
    began = time.perf_counter() - start
    time.sleep(0.2)
    return f"job {number} began at {began:.1f} s"


async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(max_workers=2) as pool:
        jobs = [loop.run_in_executor(pool, job, number) for number in (1, 2, 3, 4)]
        for line in await asyncio.gather(*jobs):
            print(line)


asyncio.run(main())
