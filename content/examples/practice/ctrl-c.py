import asyncio
import os
import signal


async def worker():
    try:
        await asyncio.sleep(60)
    finally:
        print("worker: cleaned up")


async def main():
    asyncio.get_running_loop().call_later(0.2, os.kill, os.getpid(), signal.SIGINT)
    job = asyncio.create_task(worker())
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        print("main: cancelled")
        await asyncio.sleep(0.1)
        print("main: cleaned up")
        raise


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("outside: KeyboardInterrupt")
