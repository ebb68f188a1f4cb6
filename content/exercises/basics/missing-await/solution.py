import asyncio

PRICES = {"tea": 3, "cake": 4}


async def price(item):
    await asyncio.sleep(0.1)
    return PRICES[item]


async def main():
    total = await price("tea") + await price("cake")
    print(f"total: {total}")


asyncio.run(main())
