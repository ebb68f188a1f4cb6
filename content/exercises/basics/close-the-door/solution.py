import asyncio


async def guest():
    print("the door is open")
    try:
        await asyncio.sleep(0.6)
    finally:
        print("the door is closed")


async def main():
    visit = asyncio.create_task(guest())
    await asyncio.sleep(0.2)
    visit.cancel()
    try:
        await visit
    except asyncio.CancelledError:
        print(f"cancelled: {visit.cancelled()}")


asyncio.run(main())
