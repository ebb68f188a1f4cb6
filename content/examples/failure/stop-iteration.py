import asyncio


async def first(items):
    return next(iter(items))


async def main():
    for items in (["a", "b"], []):
        try:
            print(await first(items))
        except Exception as error:
            print(f"{type(error).__name__}: {error}")


asyncio.run(main())
