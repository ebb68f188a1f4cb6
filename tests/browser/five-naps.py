import asyncio
import time


async def main():
    loop = asyncio.get_running_loop()
    began = time.monotonic()
    await asyncio.gather(*(loop.run_in_executor(None, time.sleep, 2) for _ in range(5)))
    print(f"{time.monotonic() - began:.1f} s")


asyncio.run(main())
