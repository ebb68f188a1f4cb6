import asyncio


async def good():
    try:
        await asyncio.sleep(0.5)
    finally:
        print("good: I clean up")


async def bad():
    await asyncio.sleep(0.1)
    raise ValueError("bad data")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(good(), name="good")
            group.create_task(bad(), name="bad")
    except* ValueError as caught:
        print(f"main: {caught.exceptions}")


asyncio.run(main())
