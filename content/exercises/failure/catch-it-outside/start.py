import asyncio


async def ask(server, delay):
    async with asyncio.timeout(0.2):
        try:
            await asyncio.sleep(delay)
            return f"{server}: answered"
        except TimeoutError:
            return f"{server}: too slow"


async def main():
    print(await ask("near", 0.1))
    print(await ask("far", 0.6))


asyncio.run(main())
