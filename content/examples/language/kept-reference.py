import asyncio


async def rows():
    try:
        for number in range(1, 4):
            await asyncio.sleep(0.1)
            yield number
    finally:
        print("file closed")


async def main():
    source = rows()
    async for number in source:
        print("row", number)
        if number == 2:
            break
    print("after the loop")
    await asyncio.sleep(0.1)
    print("main ends")


asyncio.run(main())
