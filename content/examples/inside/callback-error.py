import asyncio


def handler(loop, context):
    print("the loop caught:", repr(context["exception"]))


def divide(number):
    print("result:", 10 / number)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    try:
        loop.call_soon(divide, 0)
    except ZeroDivisionError:
        print("never printed")
    loop.call_soon(divide, 5)
    await asyncio.sleep(0.1)
    print("main goes on")


asyncio.run(main())
