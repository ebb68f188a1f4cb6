import asyncio


async def brew(seconds):
    await asyncio.sleep(seconds)
    return "tea"


async def main():
    cup = brew(0.2)
    try:
        await asyncio.wait([cup])
    except TypeError as error:
        print("old:", error)

    done, pending = await asyncio.wait([asyncio.create_task(cup)])
    print("new:", done.pop().result())


asyncio.run(main())
