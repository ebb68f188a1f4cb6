from collections import deque

ready = deque()


class Task:
    def __init__(self, coroutine):
        self.coroutine = coroutine
        self.done, self.result, self.waiters = False, None, []
        ready.append(self)  # queued, not started

    def step(self):
        try:
            awaited = self.coroutine.send(None)
        except StopIteration as stop:
            self.done, self.result = True, stop.value
            ready.extend(self.waiters)  # wake whoever waits for me
        else:
            awaited.waiters.append(self)

    def __await__(self):
        if not self.done:
            yield self  # "wake me when this one is done"
        return self.result


async def brew():
    print("brew starts")
    return "tea"


async def breakfast():
    kettle = Task(brew())
    print("brew is queued")
    print("got", await kettle)


Task(breakfast())
while ready:
    ready.popleft().step()
