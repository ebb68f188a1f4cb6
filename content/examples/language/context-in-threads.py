import asyncio
from contextvars import ContextVar

user = ContextVar("user", default="nobody")


def save():
    return f"saved by {user.get()}"


async def main():
    user.set("ann")
    loop = asyncio.get_running_loop()
    print("to_thread:      ", await asyncio.to_thread(save))
    print("run_in_executor:", await loop.run_in_executor(None, save))


asyncio.run(main())
