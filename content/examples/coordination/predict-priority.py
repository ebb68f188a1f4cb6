import asyncio


async def worker(queue):
    while True:
        priority, job = await queue.get()
        await asyncio.sleep(0.1)
        print(job)


async def main():
    queue = asyncio.PriorityQueue()
    task = asyncio.create_task(worker(queue), name="worker")
    queue.put_nowait((3, "tidy up"))
    await asyncio.sleep(0.05)
    queue.put_nowait((2, "answer the mail"))
    queue.put_nowait((1, "put out the fire"))
    await asyncio.sleep(0.4)
    task.cancel()


asyncio.run(main())
