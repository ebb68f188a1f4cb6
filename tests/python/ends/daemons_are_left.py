"""the daemon works
the main thread is done
exit 0
"""

import threading
import time


def work():
    print("the daemon works")
    time.sleep(5)
    print("never printed")


threading.Thread(target=work, daemon=True).start()
time.sleep(1)
print("the main thread is done")
