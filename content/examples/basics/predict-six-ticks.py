import asyncio


async def ticker():
    for n in range(1, 7):
        await asyncio.sleep(0.1)
        print(f"tick {n}")


async def main():
    task = asyncio.create_task(ticker())
    await asyncio.sleep(0.45)
    print("main returns")


asyncio.run(main())
