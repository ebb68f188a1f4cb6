import asyncio


def report(loop, context):
    print(f"report: {context['message']}: {context['exception']!r}")


async def save():
    raise OSError("disk full")


async def main():
    asyncio.get_running_loop().set_exception_handler(report)
    asyncio.create_task(save(), name="save")
    await asyncio.sleep(0.1)
    print("main goes on")


asyncio.run(main())
