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
    divide(a, b, lambda error, result: print("called back:", result))


async def main():
    print(await quotient(6, 3))
    try:
        print(await quotient(1, 0))
    except ZeroDivisionError as error:
        print("caught:", error)


asyncio.run(main())
