"""the main thread goes on
! Exception in thread worker:
! Traceback (most recent call last):
!   File "ends/exception_in_thread.py", line 15, in work
!     1 / 0
!     ~~^~~
! ZeroDivisionError: division by zero
exit 0
"""

import threading


def work():
    1 / 0


thread = threading.Thread(target=work, name="worker")
thread.start()
thread.join()
print("the main thread goes on")
