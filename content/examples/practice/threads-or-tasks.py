import asyncio
import threading
import time


async def use_tasks():
    async with asyncio.TaskGroup() as group:
        for _ in range(20):
            group.create_task(asyncio.sleep(0.3))


def use_threads():
    threads = [threading.Thread(target=time.sleep, args=(0.3,)) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


start = time.perf_counter()
asyncio.run(use_tasks())
print(f"20 tasks: {time.perf_counter() - start:.1f} s")
start = time.perf_counter()
use_threads()
print(f"20 threads: {time.perf_counter() - start:.1f} s")
