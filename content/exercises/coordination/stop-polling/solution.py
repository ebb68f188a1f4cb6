import asyncio

ready = asyncio.Event()


async def kitchen():
    await asyncio.sleep(0.25)
    print("kitchen: ready")
    ready.set()


async def waiter(name):
    await ready.wait()
    print(f"{name}: on my way")


async def main():
    await asyncio.gather(kitchen(), waiter("Ann"), waiter("Bob"))


asyncio.run(main())
