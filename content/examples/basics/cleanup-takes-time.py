import asyncio


async def download():
    print("open the file")
    try:
        await asyncio.sleep(0.5)
    finally:
        await asyncio.sleep(0.1)
        print("close the file")


async def main():
    task = asyncio.create_task(download(), name="download")
    await asyncio.sleep(0.2)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("main goes on")


asyncio.run(main())
