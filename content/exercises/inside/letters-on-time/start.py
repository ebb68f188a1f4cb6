import asyncio
import threading
import time

start = time.monotonic()


def postman(queue):
    for letter in ["a", "b", "c"]:
        time.sleep(0.1)
        queue.put_nowait(letter)


async def main():
    queue = asyncio.Queue()
    threading.Thread(target=postman, args=(queue,)).start()
    async with asyncio.timeout(0.6):
        for _ in range(3):
            letter = await queue.get()
            print(round(time.monotonic() - start, 1), "letter", letter)


asyncio.run(main())
