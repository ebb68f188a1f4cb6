import asyncio

SECONDS = {"tea": 0.2, "cake": 0.3, "milk": 0.1}
PRICES = {"tea": 3, "cake": 4, "milk": 2}


async def price(item):
    await asyncio.sleep(SECONDS[item])
    return PRICES[item]


async def main():
    items = ["tea", "cake", "milk"]
    prices = await asyncio.gather(*(price(item) for item in items))
    for item, cost in zip(items, prices):
        print(f"{item} costs {cost}")


asyncio.run(main())
