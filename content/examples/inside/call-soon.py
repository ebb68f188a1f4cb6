import asyncio


def second(loop):
    print("second")
    loop.call_soon(print, "booked by second")


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(print, "first")
    loop.call_soon(second, loop)
    loop.call_soon(print, "third")
    print("main goes on")
    await asyncio.sleep(0)
    print("main is back")
    await asyncio.sleep(0.1)


asyncio.run(main())
