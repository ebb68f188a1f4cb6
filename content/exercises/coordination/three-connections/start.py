import asyncio

connections = 0


async def download(page):
    global connections
    connections += 1
    if connections > 3:
        print("server: too many connections")
    await asyncio.sleep(0.1)
    connections -= 1
    return page


async def index(page):
    await asyncio.sleep(0.1)


async def fetch(page):
    await download(page)
    await index(page)


async def main():
    await asyncio.gather(*(fetch(page) for page in range(8)))
    print("indexed 8 pages")


asyncio.run(main())
