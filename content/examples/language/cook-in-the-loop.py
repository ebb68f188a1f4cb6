import asyncio


async def orders():
    for dish in ["soup", "rice", "cake"]:
        await asyncio.sleep(0.1)
        yield dish


async def cook(dish):
    await asyncio.sleep(0.2)
    print(dish, "is ready")


async def main():
    async for dish in orders():
        await cook(dish)


asyncio.run(main())
