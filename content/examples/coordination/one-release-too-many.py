import asyncio


async def careless(gate):
    async with gate:
        await asyncio.sleep(0.1)
        gate.release()


async def polite(name, gate):
    async with gate:
        print(f"{name} is in")
        await asyncio.sleep(0.1)


async def main():
    gate = asyncio.Semaphore(1)
    try:
        await careless(gate)
    except ValueError as error:
        print("ValueError:", error)
    await asyncio.gather(polite("Ann", gate), polite("Bob", gate))


asyncio.run(main())
