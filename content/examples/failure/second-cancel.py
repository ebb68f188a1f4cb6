import asyncio


async def worker():
    try:
        await asyncio.sleep(0.5)
    finally:
        print("cleanup: started")
        await asyncio.sleep(0.2)
        print("cleanup: finished")


async def main():
    task = asyncio.create_task(worker(), name="worker")
    await asyncio.sleep(0.1)
    task.cancel()
    await asyncio.sleep(0.1)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    print("main: worker has ended")


asyncio.run(main())
