import asyncio


async def ask(server, delay):
    try:
        async with asyncio.timeout(0.2):
            await asyncio.sleep(delay)
            return f"{server}: answered"
    except TimeoutError:
        return f"{server}: too slow"


async def main():
    print(await ask("near", 0.1))
    print(await ask("far", 0.6))


asyncio.run(main())
