import asyncio
import time

DELAYS = [0.4, 0.2, 0.3]


def one_after_another():
    start = time.perf_counter()
    for delay in DELAYS:
        time.sleep(delay)
    return time.perf_counter() - start


async def together():
    start = time.perf_counter()
    await asyncio.gather(*(asyncio.sleep(delay) for delay in DELAYS))
    return time.perf_counter() - start


print(f"one after another: {one_after_another():.1f}")
print(f"together: {asyncio.run(together()):.1f}")
