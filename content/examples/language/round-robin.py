from collections import deque


def job(name, turns):
    for turn in range(1, turns + 1):
        print(name, turn)
        yield  # pause here: the next one, please


queue = deque([job("tea", 2), job("toast", 3), job("egg", 1)])
while queue:
    current = queue.popleft()
    try:
        next(current)  # run it to its next yield
    except StopIteration:
        print("one job is done")
    else:
        queue.append(current)  # back to the end of the line
