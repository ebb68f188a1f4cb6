import asyncio
import time

start = time.perf_counter()


async def main():
    try:
        async with asyncio.timeout(0.2) as limit:
            await asyncio.sleep(0.5)
            print("the answer is here")
    except TimeoutError:
        print(f"{time.perf_counter() - start:.1f} s: too slow")
    print(f"expired: {limit.expired()}")


asyncio.run(main())
