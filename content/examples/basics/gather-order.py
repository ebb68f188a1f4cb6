import asyncio


async def job(name, seconds):
    print(f"{name} starts")
    await asyncio.sleep(seconds)
    print(f"{name} ends")
    return name


async def main():
    both = asyncio.gather(job("A", 0.2), job("B", 0.1))
    print("main goes on")
    print(await both)


asyncio.run(main())
