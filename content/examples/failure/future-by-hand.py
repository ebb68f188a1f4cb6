import asyncio


async def waiter(future):
    print("waiter: I wait")
    answer = await future
    print("waiter: I got", answer)


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    task = asyncio.create_task(waiter(future), name="waiter")
    await asyncio.sleep(0.2)
    print(f"main: done={future.done()}, I set the result")
    future.set_result(42)
    print(f"main: done={future.done()}, the waiter has not run yet")
    await task


asyncio.run(main())
