import asyncio
import sys

sys.set_coroutine_origin_tracking_depth(1)


async def save(name):
    print("saving", name)


def prepare():
    job = save("report")
    print("prepare is done")


async def main():
    prepare()
    print("main is done")


asyncio.run(main())
