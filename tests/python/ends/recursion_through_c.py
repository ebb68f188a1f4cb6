"""MainThread: repr getattr sorted cache eq sum format
Thread-1: repr getattr sorted cache eq sum format
exit 0
"""

import functools
import threading


class Endless:
    def __repr__(self):
        return repr(self)

    def __str__(self):
        return f"{self}"

    def __getattr__(self, name):
        return self.other

    def __eq__(self, other):
        return [self] == [Endless()]


def by_key(number):
    return sorted([1, 2], key=by_key)


@functools.cache
def cached(number):
    return cached(number + 1)


def summed():
    return sum(summed() for _ in [1])


KINDS = {
    "repr": lambda: repr(Endless()),
    "getattr": lambda: Endless().one,
    "sorted": lambda: by_key(1),
    "cache": lambda: cached(1),
    "eq": lambda: Endless() == Endless(),
    "sum": summed,
    "format": lambda: str(Endless()),
}


def ends_in_error(recursion):
    try:
        recursion()
    except RecursionError:
        return True


def run():
    print(f"{threading.current_thread().name.split(' ')[0]}:", *(kind for kind, recursion in KINDS.items() if ends_in_error(recursion)))


run()
thread = threading.Thread(target=run)
thread.start()
thread.join()
