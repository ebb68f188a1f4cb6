import asyncio
import threading
import time


def boil(future):
    time.sleep(0.1)
    print("thread: tea is ready")
    future.set_result("tea")  # not thread-safe


async def other_business():
    await asyncio.sleep(0.5)


async def main():
    future = asyncio.get_running_loop().create_future()
    threading.Thread(target=boil, args=(future,)).start()
    other = asyncio.create_task(other_business())
    start = time.monotonic()
    print("main: got", await future)
    print("main: waited", round(time.monotonic() - start, 1))
    await other


asyncio.run(main())
