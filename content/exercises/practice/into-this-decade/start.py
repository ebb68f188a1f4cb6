import asyncio


async def brew(name, seconds):
    await asyncio.sleep(seconds)
    return name


async def main():
    done, pending = await asyncio.wait([brew("tea", 0.2), brew("coffee", 0.3)])
    print("ready:", sorted(task.result() for task in done))


loop = asyncio.get_event_loop()
try:
    loop.run_until_complete(main())
finally:
    loop.close()
