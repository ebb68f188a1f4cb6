import asyncio
import time

start = time.perf_counter()


def say(text):
    print(f"{time.perf_counter() - start:.1f} {text}")


async def fetch(name):
    say(f"{name}: asked")
    await asyncio.sleep(0.2)
    say(f"{name}: here")


async def main():
    await fetch("first")
    await fetch("second")
    say("main ends")


asyncio.run(main())
