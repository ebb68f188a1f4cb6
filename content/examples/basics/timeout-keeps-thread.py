import asyncio
import time

start = time.perf_counter()


def log(text):
    print(f"{time.perf_counter() - start:.1f} s: {text}")


def slow():
    time.sleep(0.5)
    log("the thread is done")


async def main():
    try:
        async with asyncio.timeout(0.1):
            await asyncio.to_thread(slow)
    except TimeoutError:
        log("timed out")


asyncio.run(main())
log("the run is over")
