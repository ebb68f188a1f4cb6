import asyncio
import threading
import time


def press(button):
    time.sleep(0.1)
    button.set()


async def blink():
    while True:
        await asyncio.sleep(0.4)


async def main():
    button = asyncio.Event()
    blinking = asyncio.create_task(blink())
    threading.Thread(target=press, args=(button,)).start()
    await button.wait()
    print("pressed")


asyncio.run(main())
