import asyncio
import time

start = time.perf_counter()


def say(text):
    print(f"{time.perf_counter() - start:.1f} {text}")


async def job(name):
    time.sleep(0.1)  # stands for 0.1 s of work
    say(f"{name} has worked, now it waits")
    await asyncio.sleep(0.3)
    say(f"{name} is done")


async def main():
    await asyncio.gather(job("A"), job("B"), job("C"))
    say("all done")


asyncio.run(main())
