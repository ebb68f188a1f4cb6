"""! deadlock: everything waits, and nothing is left that could wake it
!   thread MainThread waits for Lock.acquire at line 11
exit 1
"""

import threading

lock = threading.Lock()
lock.acquire()
# Nobody is left who could release it.
lock.acquire()
