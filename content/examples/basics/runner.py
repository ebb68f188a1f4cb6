import asyncio


async def prepare():
    print("prepare")
    return asyncio.get_running_loop()


async def serve():
    print("serve")
    return asyncio.get_running_loop()


with asyncio.Runner() as runner:
    first = runner.run(prepare())
    print(f"between the two, closed={first.is_closed()}")
    second = runner.run(serve())
    print(f"the same loop: {first is second}")

print(f"after the block, closed={first.is_closed()}")
