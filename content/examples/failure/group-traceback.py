import asyncio
import traceback


async def read():
    raise ValueError("bad data")


async def write():
    raise OSError("disk full")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(read(), name="read")
            group.create_task(write(), name="write")
    except* Exception as caught:
        traceback.print_exception(caught, limit=1)


asyncio.run(main())
