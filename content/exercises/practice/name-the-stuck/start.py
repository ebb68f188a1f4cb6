import asyncio


async def fetch(seconds):
    await asyncio.sleep(seconds)


def report():
    stuck = []
    print("still waiting:", ", ".join(sorted(stuck)))


async def main():
    for number, seconds in enumerate([0.1, 60, 0.2, 0.1, 60], start=1):
        asyncio.create_task(fetch(seconds), name=f"fetch-{number}")
    await asyncio.sleep(0.3)
    report()


asyncio.run(main())
