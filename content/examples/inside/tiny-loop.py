import heapq
import time
import types
from collections import deque


@types.coroutine
def sleep(seconds):
    yield seconds  # tell the loop how long


def run(*jobs):
    ready = deque(jobs)
    timers = []  # (deadline, number, job), the nearest first
    number = 0
    while ready or timers:
        if not ready:  # nobody can run: wait for the nearest deadline
            time.sleep(max(0, timers[0][0] - time.monotonic()))
        while timers and timers[0][0] <= time.monotonic():
            ready.append(heapq.heappop(timers)[2])
        for _ in range(len(ready)):  # one round: each ready job, one step
            job = ready.popleft()
            try:
                seconds = job.send(None)
            except StopIteration:
                continue
            number += 1
            heapq.heappush(timers, (time.monotonic() + seconds, number, job))


async def worker(name, seconds):
    for lap in ["half way", "done"]:
        await sleep(seconds)
        print(name, lap)


start = time.monotonic()
run(worker("ann", 0.25), worker("ben", 0.1), worker("eve", 0.15))
print("all in", round(time.monotonic() - start, 1))
