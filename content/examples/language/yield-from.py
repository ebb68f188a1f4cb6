def nap(pauses):
    for number in range(1, pauses + 1):
        yield f"pause {number} of {pauses}"
    return pauses


def breakfast():
    print("boil water")
    first = yield from nap(2)
    print("eat")
    second = yield from nap(1)
    return first + second


job = breakfast()
try:
    while True:
        print("  the caller sees:", next(job))
except StopIteration as stop:
    print("pauses in all:", stop.value)
