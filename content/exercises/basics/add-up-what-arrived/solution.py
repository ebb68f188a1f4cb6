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
    total = 0
    for result in results:
        if isinstance(result, BaseException):
            print(result)
        else:
            total += result
    print(f"total: {total}")


asyncio.run(main())
