import asyncio


async def use(name, first, second):
    async with first:
        print(f"{name}: has one lock")
        await asyncio.sleep(0.1)
        async with second:
            print(f"{name}: has both")


async def main():
    red, blue = asyncio.Lock(), asyncio.Lock()
    try:
        async with asyncio.timeout(0.5):
            await asyncio.gather(
                use("Ann", red, blue), use("Bob", blue, red)
            )
    except TimeoutError:
        print("nobody moved, we gave up")


asyncio.run(main())
