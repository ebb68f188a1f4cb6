import asyncio


async def save(name):
    print("saving", name)


async def main():
    save("report")
    print("main is done")


asyncio.run(main())
