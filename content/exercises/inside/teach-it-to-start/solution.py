import heapq
import time
import types
from collections import deque


@types.coroutine
def sleep(seconds):
    yield seconds  # a number: wake me after that time


@types.coroutine
def start(job):
    yield job  # a coroutine: run this one too


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
                request = job.send(None)
            except StopIteration:
                continue
            if isinstance(request, types.CoroutineType):
                ready.append(request)
                ready.append(job)
            else:
                number += 1
                heapq.heappush(timers, (time.monotonic() + request, number, job))


async def cook(dish, seconds):
    await sleep(seconds)
    print(dish, "is ready")


async def chef():
    await start(cook("soup", 0.3))
    await start(cook("rice", 0.2))
    print("the chef has given the orders")


run(chef())
