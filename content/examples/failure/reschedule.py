import asyncio


async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    try:
        async with asyncio.timeout(0.2) as limit:
            for part, delay in enumerate((0.15, 0.15, 0.6), start=1):
                await asyncio.sleep(delay)
                print(f"part {part} arrived")
                limit.reschedule(loop.time() + 0.2)
    except TimeoutError:
        print(f"nothing for 0.2 s, gave up at {loop.time() - start:.1f} s")


asyncio.run(main())
