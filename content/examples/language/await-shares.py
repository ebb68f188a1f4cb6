import asyncio
from contextvars import ContextVar

level = ContextVar("level", default="quiet")


async def careless():
    level.set("loud")


async def tidy():
    with level.set("loud"):  # put back at the end of the block
        await asyncio.sleep(0.1)
        print("  inside tidy:", level.get())


async def main():
    await tidy()
    print("after tidy:", level.get())
    await careless()
    print("after careless:", level.get())


asyncio.run(main())
