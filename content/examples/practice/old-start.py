import asyncio


async def main():
    await asyncio.sleep(0.1)
    return "hello"


try:
    loop = asyncio.get_event_loop()
    print("old:", loop.run_until_complete(main()))
except RuntimeError as error:
    print("old:", error)

print("new:", asyncio.run(main()))
