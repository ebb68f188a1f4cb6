import asyncio
import time

PAGES = ["home", "news", "help", "about"]


def fetch(page):  # a blocking library: leave it as it is
    time.sleep(0.2)
    return f"{page}: ok"


async def main():
    results = [fetch(page) for page in PAGES]
    for result in results:
        print(result)


asyncio.run(main())
