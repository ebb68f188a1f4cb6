"""! deadlock: everything waits, and nothing is left that could wake it
!   thread bell waits for Event.wait
!   thread gate waits for Lock.acquire at line 19
!   task Task-1 waits for TaskGroup of first, second at line 33
!   task first waits for Queue.get at line 24
!   task second waits for Lock.acquire at line 28
exit 1
"""

import asyncio
import threading

gate = threading.Lock()
gate.acquire()


def pass_through():
    # Nobody opens it.
    with gate:
        pass


async def take(lock, queue):
    async with lock: await queue.get()


async def put(lock, queue):
    async with lock: queue.put_nowait(1)


async def main():
    lock, queue = asyncio.Lock(), asyncio.Queue()
    async with asyncio.TaskGroup() as group:
        group.create_task(take(lock, queue), name="first")
        group.create_task(put(lock, queue), name="second")


threading.Thread(target=threading.Event().wait, name="bell").start()
threading.Thread(target=pass_through, name="gate").start()
asyncio.run(main())
