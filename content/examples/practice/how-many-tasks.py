import asyncio


async def count():
    await asyncio.sleep(0.2)
    print("tasks:", len(asyncio.all_tasks()))


async def main():
    quick = asyncio.create_task(asyncio.sleep(0.1))
    slow = asyncio.create_task(asyncio.sleep(0.5))
    await count()
    await asyncio.gather(quick, slow)


asyncio.run(main())
