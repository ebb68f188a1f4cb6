import asyncio
from contextvars import ContextVar

last_user = "nobody"  # an ordinary global
user = ContextVar("user", default="nobody")


async def handle(name):
    global last_user
    last_user = name
    user.set(name)
    await asyncio.sleep(0.1)  # the other requests arrive here
    report(name)


def report(name):
    print(name, "| global:", last_user, "| context:", user.get())


async def main():
    await asyncio.gather(handle("ann"), handle("ben"), handle("eve"))


asyncio.run(main())
