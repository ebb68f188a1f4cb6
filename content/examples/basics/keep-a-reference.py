import asyncio
import gc


async def stuck():
    answer = asyncio.Event()
    await answer.wait()


def names():
    return sorted(task.get_name() for task in asyncio.all_tasks())


async def main():
    kept = asyncio.create_task(stuck(), name="kept")
    asyncio.create_task(stuck(), name="lost")
    await asyncio.sleep(0.1)
    print(names())
    gc.collect()
    print(names())


asyncio.run(main())
