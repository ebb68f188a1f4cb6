import asyncio


async def fetch(seconds):
    await asyncio.sleep(seconds)
    return seconds


async def main():
    tasks = [asyncio.create_task(fetch(s)) for s in (0.3, 0.1, 0.2)]
    async for task in asyncio.as_completed(tasks):
        await asyncio.sleep(0.1)
        print("handled the job of", task.result())


asyncio.run(main())
