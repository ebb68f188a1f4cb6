import asyncio
import time


async def fetch(page):
    print("request sent:", page)
    await asyncio.sleep(0.3)
    return f"{page} is here"


def draw_frame():
    print("drawing the frame")
    time.sleep(0.3)


async def main():
    text = asyncio.create_task(fetch("text"), eager_start=True)
    photo = asyncio.create_task(fetch("photo"), eager_start=True)
    draw_frame()
    print(await text)
    print(await photo)


asyncio.run(main())
