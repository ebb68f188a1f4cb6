import asyncio
import threading
import time


def boil(loop, future):
    time.sleep(0.1)
    print("thread: tea is ready")
    loop.call_soon_threadsafe(future.set_result, "tea")


async def other_business():
    await asyncio.sleep(0.5)


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    threading.Thread(target=boil, args=(loop, future)).start()
    other = asyncio.create_task(other_business())
    start = time.monotonic()
    print("main: got", await future)
    print("main: waited", round(time.monotonic() - start, 1))
    await other


asyncio.run(main())
