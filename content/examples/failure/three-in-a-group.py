import asyncio


async def fetch(name, delay):
    await asyncio.sleep(delay)
    print(f"{name} arrived")
    return name.upper()


async def main():
    async with asyncio.TaskGroup() as group:
        tasks = [
            group.create_task(fetch("a", 0.3), name="a"),
            group.create_task(fetch("b", 0.1), name="b"),
            group.create_task(fetch("c", 0.2), name="c"),
        ]
    print([task.result() for task in tasks])


asyncio.run(main())
