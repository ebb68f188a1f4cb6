import asyncio


async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()

    def ring(what):
        print(round(loop.time() - start, 1), what)

    loop.call_later(0.3, ring, "egg")
    loop.call_later(0.1, ring, "tea")
    toast = loop.call_later(0.2, ring, "toast")
    loop.call_at(start + 0.4, ring, "coffee")

    await asyncio.sleep(0.15)
    toast.cancel()
    await asyncio.sleep(0.35)
    print("toast cancelled:", toast.cancelled())


asyncio.run(main())
