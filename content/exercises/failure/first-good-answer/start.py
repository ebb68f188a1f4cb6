import asyncio


async def ask(mirror, seconds):
    await asyncio.sleep(seconds)
    if mirror == "Seoul":
        raise ConnectionError("Seoul is down")
    return mirror


async def main():
    tasks = [
        asyncio.create_task(ask("Jeju", 0.3), name="Jeju"),
        asyncio.create_task(ask("Seoul", 0.1), name="Seoul"),
        asyncio.create_task(ask("Busan", 0.2), name="Busan"),
    ]
    done, pending = await asyncio.wait(
        tasks, return_when=asyncio.FIRST_COMPLETED
    )
    print("answer from", done.pop().result())


asyncio.run(main())
