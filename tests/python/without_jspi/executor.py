"""before
! Traceback (most recent call last):
!   File "without_jspi/executor.py", line 20, in <module>
!     asyncio.run(main())
!     ~~~~~~~~~~~^^^^^^^^
!   File "without_jspi/executor.py", line 17, in main
!     await asyncio.to_thread(print, "never")
! RuntimeError: can't start new thread: this browser lacks JavaScript Promise Integration (JSPI), which threads need here; Chrome and Edge 137, Firefox 153 and Safari 27 have it
exit 1
"""

import asyncio


async def main():
    print("before")
    await asyncio.to_thread(print, "never")


asyncio.run(main())
