import asyncio


async def fetch(seconds):
    await asyncio.sleep(seconds)


async def main():
    tasks = [
        asyncio.create_task(fetch(0.3), name="Seoul"),
        asyncio.create_task(fetch(0.1), name="Busan"),
        asyncio.create_task(fetch(0.2), name="Jeju"),
    ]
    done, pending = await asyncio.wait(
        tasks, return_when=asyncio.FIRST_COMPLETED
    )
    print("done:", sorted(task.get_name() for task in done))
    print("pending:", sorted(task.get_name() for task in pending))
    for task in sorted(pending, key=asyncio.Task.get_name):
        task.cancel()
    await asyncio.gather(*pending, return_exceptions=True)
    for task in tasks:
        print(f"{task.get_name()}: cancelled={task.cancelled()}")


asyncio.run(main())
