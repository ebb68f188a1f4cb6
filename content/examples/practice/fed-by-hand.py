import asyncio
import time

START = time.perf_counter()


async def network(reader):
    for piece in b"to", b"day: te", b"a\nand ", b"cake\n":
        await asyncio.sleep(0.1)
        reader.feed_data(piece)
    reader.feed_eof()


async def main():
    reader = asyncio.StreamReader()
    feeding = asyncio.create_task(network(reader))
    while line := await reader.readline():
        print(f"{time.perf_counter() - START:.1f} {line}")
    print(f"{time.perf_counter() - START:.1f} {line} means: the end")
    await feeding


asyncio.run(main())
