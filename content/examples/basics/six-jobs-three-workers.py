import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(max_workers=3) as pool:
        jobs = [loop.run_in_executor(pool, time.sleep, 0.2) for _ in range(6)]
        await asyncio.gather(*jobs)
    print("six jobs done")


asyncio.run(main())
