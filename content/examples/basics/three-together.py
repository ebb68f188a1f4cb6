import asyncio
import time

start = time.perf_counter()


def say(text):
    print(f"{time.perf_counter() - start:.1f} {text}")


async def job(name):
    say(f"{name} starts to wait")
    await asyncio.sleep(0.3)
    say(f"{name} is done")


async def main():
    await asyncio.gather(job("A"), job("B"), job("C"))
    say("all done")


asyncio.run(main())
