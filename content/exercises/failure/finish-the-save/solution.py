import asyncio


async def save(order):
    print("saving", order)
    await asyncio.sleep(0.3)
    print("saved", order)


async def handle(order):
    saving = asyncio.create_task(save(order), name="save")
    try:
        await asyncio.shield(saving)
    except asyncio.CancelledError:
        await saving
        raise
    print("answered", order)


async def main():
    task = asyncio.create_task(handle("tea"), name="handle")
    await asyncio.sleep(0.1)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    print(f"main: cancelled={task.cancelled()}")


asyncio.run(main())
