import asyncio


async def job():
    print("job runs")
    return 42


async def main():
    print(type(job))
    coroutine = job()
    print(type(coroutine))
    result = await coroutine
    print(type(result), result)


asyncio.run(main())
