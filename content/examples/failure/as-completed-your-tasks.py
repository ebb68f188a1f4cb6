import asyncio


async def temperature(seconds, degrees):
    await asyncio.sleep(seconds)
    return degrees


async def main():
    cities = {
        asyncio.create_task(temperature(0.3, 21)): "Seoul",
        asyncio.create_task(temperature(0.1, 24)): "Busan",
        asyncio.create_task(temperature(0.2, 26)): "Jeju",
    }
    async for task in asyncio.as_completed(cities):
        print(f"{cities[task]}: {await task} degrees")


asyncio.run(main())
