import asyncio


async def worker(queue):
    while True:
        job = await queue.get()
        if job == "blank page":
            continue
        await asyncio.sleep(0.1)
        print("printed", job)
        queue.task_done()


async def main():
    queue = asyncio.Queue()
    for job in ("letter", "blank page", "photo"):
        queue.put_nowait(job)
    task = asyncio.create_task(worker(queue), name="worker")
    try:
        async with asyncio.timeout(0.5):
            await queue.join()
        print("join: all jobs are done")
    except TimeoutError:
        print(f"join never returned, yet empty={queue.empty()}")
    task.cancel()


asyncio.run(main())
