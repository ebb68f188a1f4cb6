import asyncio


async def network(reader):
    await asyncio.sleep(0.1)
    reader.feed_data(b"hello ")
    await asyncio.sleep(0.1)
    reader.feed_data(b"world\n")


async def main():
    reader = asyncio.StreamReader()
    feeding = asyncio.create_task(network(reader))
    print(await reader.read(100))
    await feeding


asyncio.run(main())
