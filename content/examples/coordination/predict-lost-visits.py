import asyncio

visits = 0


async def visit():
    global visits
    seen = visits
    await asyncio.sleep(0)
    visits = seen + 1


async def main():
    await asyncio.gather(*(visit() for _ in range(10)))
    print("visits:", visits)


asyncio.run(main())
