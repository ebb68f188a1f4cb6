import asyncio


async def guest(name, arrives, bell):
    await asyncio.sleep(arrives)
    try:
        async with asyncio.timeout(0.3), bell:
            print(f"{name}: I listen")
            await bell.wait()
            print(f"{name}: I heard it")
    except TimeoutError:
        print(f"{name}: I heard nothing")


async def main():
    bell = asyncio.Condition()
    async with asyncio.TaskGroup() as group:
        group.create_task(guest("early", 0.1, bell), name="early")
        group.create_task(guest("late", 0.3, bell), name="late")
        await asyncio.sleep(0.2)
        async with bell:
            print("main: ring")
            bell.notify_all()


asyncio.run(main())
