import asyncio


async def main():
    loop = asyncio.get_running_loop()
    bell = asyncio.Event()

    def ring_from_thread():
        try:
            loop.call_soon(bell.set)
            print("thread: nobody objected")
        except RuntimeError as error:
            print("thread:", error)
            loop.call_soon_threadsafe(bell.set)

    await asyncio.gather(bell.wait(), asyncio.to_thread(ring_from_thread))
    print("main: the bell rang")


asyncio.run(main(), debug=True)
