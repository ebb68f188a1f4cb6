import asyncio


async def rows():
    for number in range(1, 4):
        await asyncio.sleep(0.1)
        yield number


async def read(name, source):
    try:
        async for number in source:
            print(name, "got", number)
    except RuntimeError as error:
        print(name, "failed:", error)


async def main():
    source = rows()
    await asyncio.gather(read("ann", source), read("ben", source))


asyncio.run(main())
