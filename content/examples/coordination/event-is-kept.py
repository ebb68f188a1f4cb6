import asyncio


async def guest(name, arrives, door):
    await asyncio.sleep(arrives)
    print(f"{name}: at the door, open={door.is_set()}")
    await door.wait()
    print(f"{name}: inside")


async def main():
    door = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        group.create_task(guest("early", 0.1, door), name="early")
        group.create_task(guest("late", 0.3, door), name="late")
        await asyncio.sleep(0.2)
        print("main: open")
        door.set()


asyncio.run(main())
