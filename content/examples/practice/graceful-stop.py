import asyncio
import os
import signal


async def serve(stop):
    served = 0
    while not stop.is_set():
        await asyncio.sleep(0.1)  # one customer, from beginning to end
        served += 1
    print("served", served, "customers, none of them halfway")


async def main():
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    loop.add_signal_handler(signal.SIGTERM, stop.set)
    loop.call_later(0.25, os.kill, os.getpid(), signal.SIGTERM)
    await serve(stop)


asyncio.run(main())
