import asyncio


async def job():
    try:
        await asyncio.sleep(0.6)
    finally:
        await asyncio.sleep(0.2)


async def main():
    try:
        await asyncio.wait_for(job(), timeout=0.1)
    except TimeoutError:
        print("main: TimeoutError")


asyncio.run(main())
