import asyncio
import time


async def main():
    loop = asyncio.get_running_loop()
    start = time.perf_counter()
    naps = [loop.run_in_executor(None, time.sleep, 0.3) for _ in range(5)]
    print(f"{time.perf_counter() - start:.1f} s: five naps handed over")
    await asyncio.gather(*naps)
    print(f"{time.perf_counter() - start:.1f} s: five naps over")


asyncio.run(main())
