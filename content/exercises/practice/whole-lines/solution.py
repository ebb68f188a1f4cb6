import asyncio


async def reverse(reader, writer):
    word = await reader.readline()
    writer.write(word.strip()[::-1] + b"\n")
    writer.close()


async def main():
    async with await asyncio.start_server(reverse, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"str")
        await asyncio.sleep(0.1)
        writer.write(b"eam\n")
        print(await reader.readline())
        writer.close()


asyncio.run(main())
