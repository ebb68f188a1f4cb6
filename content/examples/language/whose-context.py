import asyncio
from contextvars import ContextVar

level = ContextVar("level", default="quiet")


async def louder(how):
    level.set(f"loud, by {how}")


async def main():
    await asyncio.gather(louder("gather"))
    print(level.get())
    async with asyncio.timeout(1):
        await louder("timeout")
    print(level.get())
    await asyncio.create_task(louder("create_task"))
    print(level.get())


asyncio.run(main())
