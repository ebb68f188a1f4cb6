import asyncio


async def main():
    future = asyncio.get_running_loop().create_future()
    try:
        future.result()
    except asyncio.InvalidStateError:
        print("too early: no result yet")

    future.set_result("first")
    try:
        future.set_result("second")
    except asyncio.InvalidStateError:
        print("too late: the result is set")

    print(await future)
    print(await future)


asyncio.run(main())
