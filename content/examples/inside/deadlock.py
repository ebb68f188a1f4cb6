import asyncio


async def double(number):
    await asyncio.sleep(0.1)
    return number * 2


async def main():
    loop = asyncio.get_running_loop()
    future = asyncio.run_coroutine_threadsafe(double(21), loop)
    try:
        print("blocked:", future.result(timeout=0.3))
    except TimeoutError:
        print("nothing after 0.3 s: this thread is the loop")
    print("awaited:", await asyncio.wrap_future(future))


asyncio.run(main())
