import asyncio
from contextvars import ContextVar

level = ContextVar("level", default="unset")


async def child():
    print("child starts with:", level.get())
    level.set("child's own")
    await asyncio.sleep(0.1)
    print("child still has:", level.get())


async def main():
    level.set("before")
    task = asyncio.create_task(child())  # the copy is made here
    level.set("after")
    await task
    print("main still has:", level.get())


asyncio.run(main())
