import asyncio


async def main():
    future = asyncio.get_running_loop().create_future()
    future.add_done_callback(lambda done: print("callback"))
    future.set_result("value")
    print("result set")
    print("awaited:", await future)
    await asyncio.sleep(0)
    print("after sleep(0)")


asyncio.run(main())
