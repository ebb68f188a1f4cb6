import asyncio
import time


async def heartbeat():
    while True:
        start = time.perf_counter()
        await asyncio.sleep(0.1)
        late = time.perf_counter() - start - 0.1
        print("on time" if late < 0.1 else f"{late:.1f} s late")


async def main():
    asyncio.create_task(heartbeat())
    await asyncio.sleep(0.15)
    time.sleep(0.25)  # blocks the loop
    await asyncio.sleep(0.25)


asyncio.run(main())
