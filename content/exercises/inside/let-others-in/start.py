import asyncio


async def add_up():
    total = 0
    for part in range(4):
        first = part * 50_000
        total += sum(range(first, first + 50_000))
        print("part", part, "added")
    print("total:", total)


async def serve():
    for number in range(4):
        print("request", number, "served")
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(add_up(), serve())


asyncio.run(main())
