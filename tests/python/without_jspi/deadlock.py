"""! deadlock: everything waits, and nothing is left that could wake it
!   task Task-1 waits for Lock.acquire at line 12
exit 1
"""

import asyncio


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    await lock.acquire()


asyncio.run(main())
