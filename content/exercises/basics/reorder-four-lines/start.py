import asyncio
import time

start = time.perf_counter()


def say(text):
    print(f"{time.perf_counter() - start:.1f} {text}")


async def job(name):
    await asyncio.sleep(0.2)
    say(f"{name} is done")


async def main():
    first = asyncio.create_task(job("first"))
    await first
    second = asyncio.create_task(job("second"))
    await second
    say("main returns")


asyncio.run(main())
