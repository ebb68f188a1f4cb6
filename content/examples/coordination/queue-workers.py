import asyncio


async def worker(name, queue):
    while True:
        try:
            seconds = await queue.get()
        except asyncio.QueueShutDown:
            print(f"{name}: nothing left")
            return
        await asyncio.sleep(seconds)
        print(f"{name}: did the job of {seconds}")


async def main():
    queue = asyncio.Queue()
    for seconds in (0.3, 0.1, 0.1, 0.2):
        queue.put_nowait(seconds)
    queue.shutdown()
    async with asyncio.TaskGroup() as group:
        group.create_task(worker("Ann", queue), name="Ann")
        group.create_task(worker("Bob", queue), name="Bob")


asyncio.run(main())
