import asyncio


async def player(name, seconds, line):
    await asyncio.sleep(seconds)
    print(f"{name}: ready, {line.n_waiting} wait already")
    await line.wait()
    print(f"{name}: go")


async def main():
    line = asyncio.Barrier(3)
    async with asyncio.TaskGroup() as group:
        for name, seconds in ("Ann", 0.1), ("Bob", 0.3), ("Cho", 0.2):
            group.create_task(player(name, seconds, line), name=name)


asyncio.run(main())
