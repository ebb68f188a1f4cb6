import asyncio


async def orders():
    for dish in ["soup", "rice", "cake"]:
        await asyncio.sleep(0.1)
        yield dish


async def cook(dish):
    await asyncio.sleep(0.2)
    print(dish, "is ready")


async def main():
    async with asyncio.TaskGroup() as kitchen:
        async for dish in orders():
            kitchen.create_task(cook(dish))
    print("closed for today")


asyncio.run(main())
