import asyncio

loops = []


async def main():
    loop = asyncio.get_running_loop()
    loops.append(loop)
    print(f"in main: running={loop.is_running()}, closed={loop.is_closed()}")


asyncio.run(main())
asyncio.run(main())

first, second = loops
print(f"the same loop: {first is second}")
print(f"first closed: {first.is_closed()}, second closed: {second.is_closed()}")
