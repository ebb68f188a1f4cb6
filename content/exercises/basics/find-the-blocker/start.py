import asyncio
import time

start = time.perf_counter()


async def heartbeat():
    for beat in range(1, 5):
        await asyncio.sleep(0.1)
        print(f"beat {beat} at {time.perf_counter() - start:.1f} s")


async def check_stock():
    await asyncio.sleep(0.15)


async def take_payment():
    time.sleep(0.25)


async def send_receipt():
    await asyncio.sleep(0.15)


async def order():
    await check_stock()
    await take_payment()
    await send_receipt()
    print("the order is done")


async def main():
    await asyncio.gather(heartbeat(), order())


asyncio.run(main())
