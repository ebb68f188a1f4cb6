import asyncio


async def fetch():
    await asyncio.sleep(0.1)
    return "a page"


async def main():
    page = fetch()
    try:
        asyncio.run(page)
    except RuntimeError as error:
        print(f"RuntimeError: {error}")
    print(await page)


asyncio.run(main())
