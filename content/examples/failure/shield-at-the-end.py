import asyncio


async def save():
    try:
        await asyncio.sleep(0.2)
        print("save: finished")
    except asyncio.CancelledError:
        print("save: cancelled after all")
        raise


async def main():
    saving = asyncio.create_task(save(), name="save")
    try:
        async with asyncio.timeout(0.1):
            await asyncio.shield(saving)
    except TimeoutError:
        print("main: too slow, I move on")


asyncio.run(main())
