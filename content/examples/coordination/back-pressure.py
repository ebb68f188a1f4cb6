import asyncio


async def produce(queue):
    for number in range(1, 6):
        await queue.put(number)
        print("put", number)
    queue.shutdown()


async def consume(queue):
    try:
        while True:
            number = await queue.get()
            await asyncio.sleep(0.1)
            print("     used", number)
    except asyncio.QueueShutDown:
        print("     the end")


async def main():
    queue = asyncio.Queue(maxsize=2)
    await asyncio.gather(produce(queue), consume(queue))


asyncio.run(main())
