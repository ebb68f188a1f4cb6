import asyncio


async def brew(name, seconds):
    await asyncio.sleep(seconds)
    return name


async def main():
    cups = await asyncio.gather(brew("tea", 0.2), brew("coffee", 0.3))
    print("ready:", sorted(cups))


asyncio.run(main())
