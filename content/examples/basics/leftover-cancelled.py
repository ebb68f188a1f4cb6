import asyncio


async def ticker():
    try:
        while True:
            await asyncio.sleep(0.2)
            print("tick")
    except asyncio.CancelledError:
        print("ticker: cancelled")
        raise


async def main():
    task = asyncio.create_task(ticker())
    await asyncio.sleep(0.5)
    print("main returns")


asyncio.run(main())
print("asyncio.run has returned")
