import asyncio
import time

start = time.perf_counter()


def say(text):
    print(f"{time.perf_counter() - start:.1f} {text}")


async def job(name, seconds):
    await asyncio.sleep(seconds)
    say(f"{name} is done")


async def main():
    await asyncio.gather(job("slow", 0.3), job("fast", 0.2))
    say("main ends")


asyncio.run(main())
