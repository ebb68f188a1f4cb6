import asyncio


async def child():
    print("task")


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0, print, "timer")
    loop.call_soon(print, "callback")
    task = asyncio.create_task(child())
    print("main")
    await asyncio.sleep(0)
    print("main again")
    await asyncio.sleep(0.1)
    await task


asyncio.run(main())
