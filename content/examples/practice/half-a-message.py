import asyncio


async def main():
    reader = asyncio.StreamReader()
    reader.feed_data(b"twelve bytes")
    reader.feed_data(b"four")
    reader.feed_eof()
    print(await reader.readexactly(12))
    try:
        await reader.readexactly(12)
    except asyncio.IncompleteReadError as error:
        print("wanted", error.expected, "and got", error.partial)


asyncio.run(main())
