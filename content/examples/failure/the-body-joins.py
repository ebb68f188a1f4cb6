import asyncio


async def logger():
    try:
        await asyncio.sleep(0.5)
    finally:
        raise OSError("could not close the log")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(logger(), name="logger")
            await asyncio.sleep(0.1)
            raise ValueError("the body failed")
    except* Exception as caught:
        for error in caught.exceptions:
            print(repr(error))


asyncio.run(main())
