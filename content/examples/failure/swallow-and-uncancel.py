import asyncio


async def fail():
    raise ValueError("bad data")


async def stubborn():
    me = asyncio.current_task()
    try:
        await asyncio.sleep(0.5)
    except asyncio.CancelledError:
        # me.uncancel()
        print(f"swallowed, requests still counted: {me.cancelling()}")
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail())
    except* ValueError:
        print("error handled")
    await asyncio.sleep(0.1)
    print("finished")


async def main():
    task = asyncio.create_task(stubborn(), name="stubborn")
    await asyncio.sleep(0.1)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    print(f"cancelled={task.cancelled()}")


asyncio.run(main())
