from collections import deque


def job(name, turns):
    for _ in range(turns):
        yield
    return f"{name} is ready"


def run(*jobs):
    results = []
    queue = deque(jobs)
    while queue:
        current = queue.popleft()
        try:
            next(current)
        except StopIteration as stop:
            results.append(stop.value)
            continue
        queue.append(current)
    return results


for result in run(job("tea", 2), job("toast", 3), job("egg", 1)):
    print(result)
