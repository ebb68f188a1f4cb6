"""Exception ignored in thread started by the job: OSError: lost
the program goes on
! Exception ignored in thread started by the job:
! Traceback (most recent call last):
!   File "ends/exception_ignored.py", line 29, in __call__
!     raise OSError("lost")
! OSError: lost
! Exception ignored in sys.unraisablehook: <built-in function divmod>
! TypeError: divmod expected 2 arguments, got 1
exit 0
"""

import _thread
import sys
import time


def run(job):
    _thread.start_new_thread(job, ())
    time.sleep(0.1)


class Job:
    def __repr__(self):
        return "the job"

    def __call__(self):
        # Whoever starts a thread without `threading` is told like this.
        raise OSError("lost")


run(Job())
sys.unraisablehook = lambda told: print(f"{told.err_msg}: {told.exc_type.__name__}: {told.exc_value}")
run(Job())
sys.unraisablehook = divmod
run(Job())
print("the program goes on")
