"""ABC
exit 0
"""

import asyncio


async def shout(reader, writer):
    writer.write((await reader.readline()).upper())
    writer.close()
    await writer.wait_closed()


async def main():
    server = await asyncio.start_server(shout, "127.0.0.1", 0)
    async with server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        writer.write(b"abc\n")
        print((await reader.readline()).decode(), end="")
        writer.close()
        await writer.wait_closed()


asyncio.run(main())
