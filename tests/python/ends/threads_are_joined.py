"""the main thread is done
the other thread is done
at exit
exit 0
"""

import atexit
import threading
import time


def work():
    time.sleep(5)
    print("the other thread is done")


atexit.register(print, "at exit")
threading.Thread(target=work).start()
print("the main thread is done")
