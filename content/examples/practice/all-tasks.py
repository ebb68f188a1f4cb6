import asyncio


async def brew():
    await asyncio.sleep(0.2)


async def bake():
    await asyncio.sleep(0.1)
    await asyncio.sleep(0.3)


def look(tasks):
    for task in sorted(tasks, key=asyncio.Task.get_name):
        line = task.get_stack()[-1].f_lineno
        print(f"{task.get_name()} is at line {line}")


async def main():
    tea = asyncio.create_task(brew(), name="tea")
    cake = asyncio.create_task(bake(), name="cake")
    for now in 0.15, 0.3:
        await asyncio.sleep(0.15)
        print(f"--- {now} s")
        look(asyncio.all_tasks())


asyncio.run(main())
