import threading
import time


def dots(stop):
    number = 0
    while not stop.is_set():
        number += 1
        print(f"dot {number}")
        stop.wait(0.1)
    print("the dots have stopped")


def main():
    stop = threading.Event()
    dotting = threading.Thread(target=dots, args=(stop,))
    dotting.start()
    time.sleep(0.35)
    stop.set()
    dotting.join()
    print("main goes on")


main()
