import asyncio


async def fetch():
    await asyncio.sleep(0.1)
    return "data"


async def main():
    coroutine = fetch()
    try:
        await asyncio.wait([coroutine])
    except TypeError as error:
        print("TypeError:", error)
    task = asyncio.create_task(coroutine, name="fetch")
    done, pending = await asyncio.wait([task])
    print("the same coroutine in a task:", task.result())


asyncio.run(main())
