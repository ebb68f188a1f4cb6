import asyncio


async def price(item):
    await asyncio.sleep(0.1)
    return len(item) * 10


async def main():
    total = 0
    for item in ("tea", "bread"):
        total += asyncio.run(price(item))
    print(f"total: {total}")


loop = asyncio.get_event_loop()
loop.run_until_complete(main())
loop.close()
