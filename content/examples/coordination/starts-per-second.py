import asyncio


async def call(name, turnstile):
    async with turnstile:
        print(f"{name} starts")
        await asyncio.sleep(0.1)
    await asyncio.sleep(0.4)
    print(f"{name} has its answer")


async def main():
    turnstile = asyncio.Lock()
    await asyncio.gather(*(call(name, turnstile) for name in "ABC"))


asyncio.run(main())
