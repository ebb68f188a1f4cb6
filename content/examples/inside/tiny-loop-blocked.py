import heapq
import time
import types
from collections import deque


@types.coroutine
def sleep(seconds):
    yield seconds  # tell the loop how long


def run(*jobs):
    ready = deque(jobs)
    timers = []
    number = 0
    while ready or timers:
        if not ready:
            time.sleep(max(0, timers[0][0] - time.monotonic()))
        while timers and timers[0][0] <= time.monotonic():
            ready.append(heapq.heappop(timers)[2])
        for _ in range(len(ready)):
            job = ready.popleft()
            try:
                seconds = job.send(None)
            except StopIteration:
                continue
            number += 1
            heapq.heappush(timers, (time.monotonic() + seconds, number, job))


async def polite():
    await sleep(0.2)
    print("polite: first nap is over")
    await sleep(0.1)
    print("polite: second nap is over")


async def rude():
    time.sleep(0.4)  # not await sleep(0.4)
    print("rude: done")


run(polite(), rude())
