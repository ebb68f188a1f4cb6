import asyncio


async def worker():
    try:
        await asyncio.sleep(0.5)
    except Exception:
        print("worker: except Exception")
    finally:
        print("worker: finally")


async def main():
    task = asyncio.create_task(worker(), name="worker")
    await asyncio.sleep(0.1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("main: the worker is cancelled")


asyncio.run(main())
