import asyncio
import time


async def calculate(name):
    end = time.perf_counter() + 0.2
    while time.perf_counter() < end:
        pass  # stands for a calculation of 0.2 s
    print(name, "done")


async def main():
    await asyncio.gather(calculate("a"), calculate("b"), calculate("c"))


asyncio.run(main())
