import asyncio
import threading


async def job(name):
    print(f"{name} starts on {threading.current_thread().name}")
    await asyncio.sleep(0.2)
    print(f"{name} ends on {threading.current_thread().name}")


async def main():
    jobs = asyncio.gather(job("A"), job("B"), job("C"))
    await asyncio.sleep(0.1)
    print(f"all three wait, threads: {threading.active_count()}")
    await jobs


asyncio.run(main())
