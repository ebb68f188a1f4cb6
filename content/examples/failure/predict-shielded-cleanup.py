import asyncio


async def cleanup():
    await asyncio.sleep(0.2)
    print("cleanup: finished")


async def worker():
    try:
        await asyncio.sleep(0.5)
    finally:
        cleaning = asyncio.create_task(cleanup(), name="cleanup")
        await asyncio.shield(cleaning)
        print("worker: closed")


async def main():
    task = asyncio.create_task(worker(), name="worker")
    await asyncio.sleep(0.1)
    task.cancel()
    await asyncio.sleep(0.1)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    print("main: worker has ended")
    await asyncio.sleep(0.2)
    print("main: bye")


asyncio.run(main())
