import asyncio


async def fetch(queue):
    for page in range(4):
        await asyncio.sleep(0.1)
        await queue.put(page)
    await queue.put(None)


async def store(queue):
    while (page := await queue.get()) is not None:
        await asyncio.sleep(0.1)
        print("stored page", page)


async def main():
    queue = asyncio.Queue()
    async with asyncio.TaskGroup() as group:
        group.create_task(fetch(queue), name="fetch")
        group.create_task(store(queue), name="store")


asyncio.run(main())
