import asyncio


async def save():
    print("save: started")
    await asyncio.sleep(0.2)
    print("save: finished")


async def handler(saving):
    try:
        await asyncio.shield(saving)
    except asyncio.CancelledError:
        print("handler: cancelled")
        raise


async def main():
    saving = asyncio.create_task(save(), name="save")
    handling = asyncio.create_task(handler(saving), name="handler")
    await asyncio.sleep(0.1)
    handling.cancel()
    await asyncio.gather(handling, saving, return_exceptions=True)
    print("handler was cancelled:", handling.cancelled())
    print("save was cancelled:", saving.cancelled())


asyncio.run(main())
