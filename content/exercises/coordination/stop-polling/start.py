import asyncio

ready = False


async def kitchen():
    global ready
    await asyncio.sleep(0.25)
    print("kitchen: ready")
    ready = True


async def waiter(name):
    while not ready:
        await asyncio.sleep(0.2)
    print(f"{name}: on my way")


async def main():
    await asyncio.gather(kitchen(), waiter("Ann"), waiter("Bob"))


asyncio.run(main())
