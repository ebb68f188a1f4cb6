import asyncio

background = set()


def start(coroutine):
    task = asyncio.create_task(coroutine)
    background.add(task)
    task.add_done_callback(background.discard)


async def save(name, seconds):
    await asyncio.sleep(seconds)
    print(f"{name} saved, tasks kept: {len(background)}")


async def main():
    start(save("letter", 0.1))
    start(save("photo", 0.2))
    print(f"both started, tasks kept: {len(background)}")
    await asyncio.gather(*background)
    print(f"main returns, tasks kept: {len(background)}")


asyncio.run(main())
