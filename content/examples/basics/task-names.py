import asyncio


async def job():
    task = asyncio.current_task()
    await asyncio.sleep(0.1)
    print("job runs in", task.get_name())


async def main():
    print("main runs in", asyncio.current_task().get_name())
    await job()
    unnamed = asyncio.create_task(job())
    named = asyncio.create_task(job(), name="download")
    await unnamed
    await named


asyncio.run(main())
