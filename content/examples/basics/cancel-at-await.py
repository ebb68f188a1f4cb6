import asyncio


async def worker():
    try:
        print("worker: I wait for 0.5 s")
        await asyncio.sleep(0.5)
    except asyncio.CancelledError:
        print("worker: cancelled at my await")
        raise


async def main():
    task = asyncio.create_task(worker(), name="worker")
    await asyncio.sleep(0.2)
    task.cancel()
    print(f"main: I asked, done={task.done()}")
    try:
        await task
    except asyncio.CancelledError:
        print(f"main: now done={task.done()}, cancelled={task.cancelled()}")


asyncio.run(main())
