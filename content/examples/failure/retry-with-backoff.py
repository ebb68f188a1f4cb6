import asyncio

answers = iter(["refused", "refused", "hello"])


async def call():
    answer = next(answers)
    if answer == "refused":
        raise ConnectionError(answer)
    return answer


async def retry(operation, tries, delay):
    for attempt in range(1, tries + 1):
        try:
            return await operation()
        except ConnectionError as error:
            if attempt == tries:
                raise
            print(f"try {attempt}: {error}, next try in {delay:.1f} s")
            await asyncio.sleep(delay)
            delay *= 2


async def main():
    print("answer:", await retry(call, tries=4, delay=0.1))


asyncio.run(main())
