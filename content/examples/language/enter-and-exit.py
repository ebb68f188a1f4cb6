import asyncio


class Connection:
    async def __aenter__(self):
        print("connecting")
        await asyncio.sleep(0.1)
        return self

    async def __aexit__(self, kind, error, traceback):
        print("closing, because of", repr(error))
        await asyncio.sleep(0.2)
        print("closed")


async def main():
    try:
        async with Connection():
            print("connected")
            raise ValueError("bad order")
    except ValueError:
        print("handled, after the close")


asyncio.run(main())
