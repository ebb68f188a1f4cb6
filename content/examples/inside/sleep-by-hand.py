import asyncio


async def nap(seconds):
    loop = asyncio.get_running_loop()
    alarm = loop.create_future()
    loop.call_later(seconds, alarm.set_result, "ring")
    return await alarm


async def worker(name, seconds):
    print(name, "naps")
    print(name, "hears:", await nap(seconds))


async def main():
    await asyncio.gather(worker("ann", 0.2), worker("ben", 0.1))


asyncio.run(main())
