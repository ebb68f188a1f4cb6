import asyncio
import time

start = time.perf_counter()


def say(text):
    print(f"{time.perf_counter() - start:.1f} {text}")


async def make(what, seconds):
    await asyncio.sleep(seconds)
    say(f"{what} is ready")


async def main():
    await asyncio.gather(
        make("coffee", 0.4),
        make("toast", 0.2),
        make("egg", 0.3),
    )
    say("breakfast")


asyncio.run(main())
