import asyncio
import re


async def fetch(item):
    await asyncio.sleep(0.1)
    graph = asyncio.format_call_graph(depth=1)
    print(re.sub(r", id=0x\w+|File '.+?', ", "", graph))


async def price(item):
    await fetch(item)


async def main():
    job = asyncio.create_task(price("tea"), name="price-of-tea")
    await asyncio.gather(job, asyncio.sleep(0.2))


asyncio.run(main())
