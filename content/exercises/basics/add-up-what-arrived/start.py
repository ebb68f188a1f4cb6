import asyncio

PRICES = {"tea": 3, "cake": 4}


async def price(item):
    await asyncio.sleep(0.1)
    if item not in PRICES:
        raise LookupError(f"no price for {item}")
    return PRICES[item]


async def main():
    results = await asyncio.gather(
        price("tea"), price("moon"), price("cake"), return_exceptions=True
    )
    print(f"total: {sum(results)}")


asyncio.run(main())
