import asyncio


async def job():
    return "a coroutine"


class Answer:
    def __await__(self):
        yield from asyncio.sleep(0.1).__await__()
        return "an object with __await__"


async def main():
    future = asyncio.get_running_loop().create_future()
    future.set_result("a future")
    print(await job())
    print(await asyncio.create_task(job()), "in a task")
    print(await future)
    print(await Answer())


asyncio.run(main())
