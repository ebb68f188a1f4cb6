import asyncio


async def worker(queue):
    while True:
        number = await queue.get()
        try:
            await asyncio.sleep(0.1)
            print(f"10 / {number} = {10 // number}")
        except ZeroDivisionError:
            print(f"10 / {number} has no answer")
        finally:
            queue.task_done()


async def main():
    queue = asyncio.Queue()
    for number in (5, 0, 2, 1):
        queue.put_nowait(number)
    workers = [asyncio.create_task(worker(queue)) for _ in range(2)]
    try:
        async with asyncio.timeout(0.6):
            await queue.join()
        print("all done")
    except TimeoutError:
        print("join still waits")
    for task in workers:
        task.cancel()


asyncio.run(main())
