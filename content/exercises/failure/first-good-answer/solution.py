import asyncio


async def ask(mirror, seconds):
    await asyncio.sleep(seconds)
    if mirror == "Seoul":
        raise ConnectionError("Seoul is down")
    return mirror


async def main():
    tasks = [
        asyncio.create_task(ask("Jeju", 0.3), name="Jeju"),
        asyncio.create_task(ask("Seoul", 0.1), name="Seoul"),
        asyncio.create_task(ask("Busan", 0.2), name="Busan"),
    ]
    async for task in asyncio.as_completed(tasks):
        try:
            print("answer from", await task)
            break
        except ConnectionError:
            continue
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks)


asyncio.run(main())
