import asyncio

lock = asyncio.Lock()


async def visit():
    async with lock:
        await asyncio.sleep(0.1)


async def main():
    await asyncio.gather(visit(), visit())
    return asyncio.get_running_loop()


loop = asyncio.run(main())
print("first run: fine")

try:
    asyncio.run(main())
except RuntimeError as error:
    print("second run:", str(error).split(" is ")[1])

try:
    loop.call_soon(print)
except RuntimeError as error:
    print("old loop:", error)
