import asyncio


async def early(event):
    await event.wait()
    print(f"early: awake, is_set={event.is_set()}")


async def late(event):
    await asyncio.sleep(0.2)
    try:
        async with asyncio.timeout(0.2):
            await event.wait()
        print("late: awake")
    except TimeoutError:
        print("late: gave up")


async def main():
    event = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        group.create_task(early(event), name="early")
        group.create_task(late(event), name="late")
        await asyncio.sleep(0.1)
        event.set()
        event.clear()
        print("main: set and cleared")


asyncio.run(main())
