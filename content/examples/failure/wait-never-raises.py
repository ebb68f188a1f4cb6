import asyncio


async def broken():
    await asyncio.sleep(0.1)
    raise ValueError("no answer")


async def slow():
    await asyncio.sleep(0.4)
    return "slow but fine"


async def main():
    first = asyncio.create_task(broken(), name="broken")
    second = asyncio.create_task(slow(), name="slow")
    done, pending = await asyncio.wait([first, second], timeout=0.2)
    print(f"nothing was raised: done={len(done)}, pending={len(pending)}")
    print("first failed with", repr(first.exception()))
    print("second is cancelled:", second.cancelled())
    print("second says:", await second)


asyncio.run(main())
