import asyncio


def start_download(name, on_done, on_error):
    """An older library: it returns at once and calls you back later."""
    loop = asyncio.get_running_loop()
    if name == "lost.txt":
        loop.call_later(0.1, on_error, OSError(f"{name} is not there"))
    else:
        loop.call_later(0.2, on_done, f"the text of {name}")


async def download(name):
    future = asyncio.get_running_loop().create_future()
    start_download(name, future.set_result, future.set_exception)
    return await future


async def main():
    print(await download("plan.txt"))
    try:
        await download("lost.txt")
    except OSError as error:
        print("caught:", error)


asyncio.run(main())
