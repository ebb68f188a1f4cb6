import asyncio


async def job(name, seconds):
    print(f"{name} starts")
    await asyncio.sleep(seconds)
    print(f"{name} ends")


async def main():
    task = asyncio.create_task(job("task", 0.1))
    await job("plain", 0.2)
    await task
    print("main ends")


asyncio.run(main())
