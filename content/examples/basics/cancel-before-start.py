import asyncio


async def worker():
    print("worker: first line")
    try:
        await asyncio.sleep(0.1)
    finally:
        print("worker: finally")


async def main():
    task = asyncio.create_task(worker(), name="worker")
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("main: the worker is cancelled")


asyncio.run(main())
