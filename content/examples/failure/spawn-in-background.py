import asyncio

background = set()


def finished(task):
    background.discard(task)
    if not task.cancelled() and task.exception():
        print(f"{task.get_name()} failed: {task.exception()}")


def spawn(coroutine, name):
    task = asyncio.create_task(coroutine, name=name)
    background.add(task)
    task.add_done_callback(finished)


async def send(address, seconds):
    await asyncio.sleep(seconds)
    if "@" not in address:
        raise ValueError(f"bad address {address}")
    print("sent to", address)


async def main():
    spawn(send("nowhere", 0.1), name="invoice")
    spawn(send("kim@example.com", 0.3), name="newsletter")
    await asyncio.sleep(0.2)
    print("main: almost done, in the background:", len(background))
    await asyncio.gather(*background)


asyncio.run(main())
