import asyncio

cache = {}
lock = asyncio.Lock()


async def load(key):
    print("loading", key)
    await asyncio.sleep(0.2)
    return f"the {key}"


async def get(key):
    async with lock:
        if key not in cache:
            cache[key] = await load(key)
    return cache[key]


async def main():
    print(await asyncio.gather(get("map"), get("map"), get("map")))


asyncio.run(main())
