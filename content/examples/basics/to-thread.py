import asyncio
import time


def read_report():
    time.sleep(0.35)
    return "42 pages"


async def heartbeat():
    for beat in range(1, 4):
        await asyncio.sleep(0.1)
        print(f"beat {beat}")


async def main():
    pulse = asyncio.create_task(heartbeat())
    report = await asyncio.to_thread(read_report)
    print(f"report: {report}")
    await pulse


asyncio.run(main())
