import asyncio


async def job():
    print("job: first step")


async def main():
    print("main: before create_task")
    task = asyncio.create_task(job())
    print("main: after create_task")
    await task
    print("main: after await")


asyncio.run(main())
