import asyncio


async def worker():
    try:
        await asyncio.sleep(0.5)
    except asyncio.CancelledError as error:
        print(f"worker: {error}")
        raise


async def main():
    task = asyncio.create_task(worker(), name="worker")
    await asyncio.sleep(0.1)
    task.cancel("the reader closed the page")
    try:
        await task
    except asyncio.CancelledError as error:
        print(f"main: {error}")


asyncio.run(main())
