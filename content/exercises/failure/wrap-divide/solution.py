import asyncio


def divide(a, b, callback):
    """An older library: after 0.1 s it calls callback(error, result)."""
    loop = asyncio.get_running_loop()
    if b == 0:
        error = ZeroDivisionError("division by zero")
        loop.call_later(0.1, callback, error, None)
    else:
        loop.call_later(0.1, callback, None, a / b)


async def quotient(a, b):
    future = asyncio.get_running_loop().create_future()

    def finished(error, result):
        if future.done():
            return
        if error is not None:
            future.set_exception(error)
        else:
            future.set_result(result)

    divide(a, b, finished)
    return await future


async def main():
    print(await quotient(6, 3))
    try:
        print(await quotient(1, 0))
    except ZeroDivisionError as error:
        print("caught:", error)


asyncio.run(main())
