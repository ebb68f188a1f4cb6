import asyncio

tries = 0


async def call():
    global tries
    tries += 1
    if tries == 1:
        await asyncio.sleep(0.6)
    if tries == 2:
        raise ConnectionError("refused")
    return "hello"


async def retry(operation):
    for attempt in range(1, 4):
        try:
            async with asyncio.timeout(0.1):
                return await operation()
        except (ConnectionError, TimeoutError) as error:
            print(f"try {attempt}: {type(error).__name__}")
            await asyncio.sleep(0.1)


async def main():
    print("answer:", await retry(call))


asyncio.run(main())
