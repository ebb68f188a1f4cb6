import types
from collections import deque


@types.coroutine
def next_turn():
    yield  # back to the loop


async def job(name, turns):
    for turn in range(1, turns + 1):
        print(name, turn)
        await next_turn()


def run(*jobs):
    ready = deque(jobs)
    while ready:
        current = ready.popleft()
        try:
            current.send(None)  # one step
        except StopIteration:
            continue
        ready.append(current)


run(job("tea", 2), job("toast", 3))
print("nothing left to run")
