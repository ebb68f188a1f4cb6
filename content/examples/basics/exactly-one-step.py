import asyncio


async def child():
    print("child: first step")
    await asyncio.sleep(0)
    print("child: second step")


async def main():
    task = asyncio.create_task(child())
    print("main: returns")


asyncio.run(main())
print("asyncio.run has returned")
