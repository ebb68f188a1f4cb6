import asyncio


async def shout(reader, writer):
    async for line in reader:
        writer.write(line.upper())
        await writer.drain()
    writer.close()


async def main():
    async with await asyncio.start_server(shout, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for word in b"hello\n", b"good night\n":
            writer.write(word)
            await writer.drain()
            print("sent", word, "got", await reader.readline())
        writer.close()
        await writer.wait_closed()


asyncio.run(main())
