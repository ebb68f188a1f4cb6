import asyncio


async def child(name):
    print(" ", name, "runs")
    await asyncio.sleep(0.1)
    print(" ", name, "ends")


async def main():
    lazy = asyncio.create_task(child("lazy"))
    print("lazy task created")
    await lazy

    eager = asyncio.create_task(child("eager"), eager_start=True)
    print("eager task created")
    await eager


asyncio.run(main())
