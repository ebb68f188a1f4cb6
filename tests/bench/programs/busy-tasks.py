"""As many steps of the interpreter as busy.py, in a hundred tasks that give way to each other once."""

import asyncio

TIMES = 20


def step(total, number):
    return (total * 31 + number) % 1_000_003


def work(rounds):
    total = 0
    for number in range(rounds):
        if number % 2:
            total = step(total, number)
        else:
            total += number
    return total


async def worker():
    work(625)
    await asyncio.sleep(0)
    work(625)


async def share():
    async with asyncio.TaskGroup() as group:
        for _ in range(100):
            group.create_task(worker())


async def main():
    await share()
    print("work begins")
    for _ in range(TIMES):
        await share()
    print("work ends")


asyncio.run(main())
