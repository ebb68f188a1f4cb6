import asyncio
import time


async def serve(reader, writer):
    order = await reader.readline()
    await asyncio.sleep(0.2)  # a slow kitchen
    writer.write(b"here is " + order)
    writer.close()


async def guest(port, order):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(order)
    answer = await reader.readline()
    writer.close()
    return answer


async def main():
    start = time.perf_counter()
    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        orders = b"tea\n", b"cake\n", b"pie\n"
        print(await asyncio.gather(*(guest(port, order) for order in orders)))
    print(f"{time.perf_counter() - start:.1f} s")


asyncio.run(main())
