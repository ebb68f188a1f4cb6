import asyncio


def start_download(on_done):
    asyncio.get_running_loop().call_later(0.3, on_done, "data")


async def download():
    future = asyncio.get_running_loop().create_future()

    def on_done(data):
        print(f"callback: cancelled={future.cancelled()}")
        if not future.done():
            future.set_result(data)

    start_download(on_done)
    return await future


async def main():
    try:
        async with asyncio.timeout(0.1):
            await download()
    except TimeoutError:
        print("main: timed out")
    await asyncio.sleep(0.3)


asyncio.run(main())
