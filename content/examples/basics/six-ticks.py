import asyncio


async def ticker():
    for number in range(1, 11):
        print(f"tick {number}")
        await asyncio.sleep(0.1)


async def main():
    ticking = asyncio.create_task(ticker(), name="ticker")
    await asyncio.sleep(0.55)
    print("main is done")


asyncio.run(main())
