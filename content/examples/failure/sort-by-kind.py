import asyncio


async def fail(error):
    raise error


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail(ValueError("not a number")))
            group.create_task(fail(OSError("disk full")))
            group.create_task(fail(ValueError("too large")))
    except* OSError as caught:
        print(f"OSError: {len(caught.exceptions)}")
    except* ValueError as caught:
        print(f"ValueError: {len(caught.exceptions)}")
    print("main goes on")


asyncio.run(main())
