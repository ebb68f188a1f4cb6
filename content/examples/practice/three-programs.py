import asyncio
import time


async def run(seconds):
    process = await asyncio.create_subprocess_exec("sleep", str(seconds))
    return await process.wait()


async def main():
    start = time.perf_counter()
    print("exit statuses", await asyncio.gather(run(0.3), run(0.3), run(0.3)))
    print(f"took {time.perf_counter() - start:.1f} s")


asyncio.run(main())
