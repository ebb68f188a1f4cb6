import asyncio


async def rows():
    try:
        for number in range(1, 4):
            await asyncio.sleep(0.1)
            yield number
    finally:
        name = asyncio.current_task().get_name()
        print("  file closed, in", name)


async def main():
    print("main runs in", asyncio.current_task().get_name())
    async for number in rows():
        print("row", number)
        if number == 2:
            break
    print("after the loop")
    await asyncio.sleep(0.1)
    print("main ends")


asyncio.run(main())
