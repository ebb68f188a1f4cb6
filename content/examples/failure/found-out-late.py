import asyncio


async def save():
    await asyncio.sleep(0.1)
    raise OSError("disk full")


async def main():
    task = asyncio.create_task(save(), name="save")
    await asyncio.sleep(0.3)
    print(f"task done: {task.done()}, and main knows nothing")
    try:
        await task
    except OSError as error:
        print(f"main: {error}")


asyncio.run(main())
