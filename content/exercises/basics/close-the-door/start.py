import asyncio


async def guest():
    print("the door is open")
    await asyncio.sleep(0.6)
    print("the door is closed")


async def main():
    visit = asyncio.create_task(guest())
    await asyncio.sleep(0.2)
    visit.cancel()
    print(f"cancelled: {visit.cancelled()}")


asyncio.run(main())
