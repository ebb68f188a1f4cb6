import asyncio
import threading


async def double(number):
    await asyncio.sleep(0.1)
    print("double runs in", threading.current_thread().name)
    return number * 2


def ask(loop):
    name = threading.current_thread().name
    future = asyncio.run_coroutine_threadsafe(double(21), loop)
    print(name, "waits")
    print(name, "got", future.result())


async def main():
    loop = asyncio.get_running_loop()
    await asyncio.to_thread(ask, loop)


asyncio.run(main())
