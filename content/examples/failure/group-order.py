import asyncio


async def job(name, delay):
    try:
        await asyncio.sleep(delay)
        if name == "b":
            raise ValueError
        print(f"{name}: done")
    finally:
        print(f"{name}: closed")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            for name, delay in (("a", 0.1), ("b", 0.2), ("c", 0.3)):
                group.create_task(job(name, delay), name=name)
    except* ValueError:
        print("main: caught")


asyncio.run(main())
