import asyncio


async def child(name):
    print(" ", name, "runs")


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(child("a"))
        group.create_task(child("b"))
        print("both created")


print("default:")
asyncio.run(main())

print("eager task factory:")
with asyncio.Runner() as runner:
    runner.get_loop().set_task_factory(asyncio.eager_task_factory)
    runner.run(main())
