import asyncio


async def worker(stop):
    item = 0
    while not stop.is_set():
        item += 1
        await asyncio.sleep(0.2)
        print("worker: finished item", item)


async def main():
    stop = asyncio.Event()
    task = asyncio.create_task(worker(stop), name="worker")
    await asyncio.sleep(0.3)
    print("main: please stop")
    stop.set()
    done, pending = await asyncio.wait([task], timeout=0.5)
    for late in pending:
        late.cancel()
    print("main: had to cancel" if pending else "main: stopped in peace")


asyncio.run(main())
