import asyncio

pages = []


async def copy_book():
    for number in range(1, 100):
        await asyncio.sleep(0.1)
        pages.append(number)


async def main():
    # What Ctrl-C does: it cancels the main task, here after 0.35 s.
    asyncio.get_running_loop().call_later(0.35, asyncio.current_task().cancel)
    try:
        await copy_book()
    finally:
        print("saved", pages)


try:
    asyncio.run(main())
except asyncio.CancelledError:
    print("stopped")
