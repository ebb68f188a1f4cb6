import asyncio


async def square(number):
    await asyncio.sleep(0.1)
    if number < 0:
        raise ValueError(f"{number} is negative")
    return number * number


async def main():
    results = await asyncio.gather(
        square(2), square(-1), square(3), return_exceptions=True
    )
    print("nothing was raised")
    print(results)


asyncio.run(main())
