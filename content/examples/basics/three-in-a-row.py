import time

start = time.perf_counter()


def say(text):
    print(f"{time.perf_counter() - start:.1f} {text}")


def job(name):
    say(f"{name} starts to wait")
    time.sleep(0.3)
    say(f"{name} is done")


job("A")
job("B")
job("C")
say("all done")
