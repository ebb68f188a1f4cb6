import asyncio
from inspect import getcoroutinestate


async def job():
    print("in its own body:", getcoroutinestate(coroutine))
    await asyncio.sleep(0.2)


async def main():
    print("after the call:", getcoroutinestate(coroutine))
    task = asyncio.create_task(coroutine)
    await asyncio.sleep(0.1)
    print("while it sleeps:", getcoroutinestate(coroutine))
    await task
    print("at the end:", getcoroutinestate(coroutine))
    try:
        await coroutine
    except RuntimeError as error:
        print("second await:", error)


coroutine = job()
asyncio.run(main())
