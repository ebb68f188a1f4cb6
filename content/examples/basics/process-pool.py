import asyncio
import os
from concurrent.futures import ProcessPoolExecutor


def sum_of_squares(limit):
    total = sum(number * number for number in range(limit))
    return total, os.getpid()


async def main():
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(max_workers=2) as pool:
        jobs = [loop.run_in_executor(pool, sum_of_squares, n) for n in (1_000, 2_000)]
        for total, pid in await asyncio.gather(*jobs):
            print(f"{total}, worked out in another process: {pid != os.getpid()}")


if __name__ == "__main__":
    asyncio.run(main())
