import asyncio

downloads = {}


async def download(name):
    print(name, "is registered:", name in downloads)
    await asyncio.sleep(0.1)


async def main():
    downloads["a"] = asyncio.create_task(download("a"))
    downloads["b"] = asyncio.create_task(download("b"), eager_start=True)
    await asyncio.gather(*downloads.values())


asyncio.run(main())
