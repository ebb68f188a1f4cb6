import asyncio
import contextvars
from concurrent.futures import ThreadPoolExecutor

user = contextvars.ContextVar("user", default="nobody")


def save(text):
    print(f"{text} saved by {user.get()}")


async def handle(pool, name, text):
    user.set(name)
    await asyncio.sleep(0.1)
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(pool, save, text)


async def main():
    with ThreadPoolExecutor(max_workers=1) as pool:
        await handle(pool, "ann", "letter")
        await asyncio.gather(handle(pool, "ben", "photo"), handle(pool, "eve", "song"))


asyncio.run(main())
