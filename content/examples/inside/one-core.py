import sys
import threading
import time


def calculate():
    return sum(n * n for n in range(500_000))


threads = [threading.Thread(target=calculate) for _ in range(2)]
elapsed, processor = time.perf_counter(), time.process_time()
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
elapsed = time.perf_counter() - elapsed
processor = time.process_time() - processor

print("global interpreter lock on:", sys._is_gil_enabled())
print("more than one core at work:", processor / elapsed > 1.5)
