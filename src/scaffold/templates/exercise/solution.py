import asyncio


async def job(name):
    await asyncio.sleep(0.2)
    print(f"{name} is done")


async def main():
    await asyncio.gather(job("first"), job("second"))


asyncio.run(main())
