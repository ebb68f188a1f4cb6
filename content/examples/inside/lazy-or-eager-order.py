import asyncio


async def child(name):
    print(name, "starts")
    await asyncio.sleep(0)
    print(name, "ends")


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(child("lazy"))
        group.create_task(child("eager"), eager_start=True)
        print("main")


asyncio.run(main())
