import itertools
import threading
import time


def spin(message, stop):
    for frame in itertools.cycle("⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"):
        print(f"\r{frame} {message}", end="", flush=True)
        if stop.wait(0.1):
            break


def main():
    stop = threading.Event()
    spinner = threading.Thread(target=spin, args=("thinking", stop), name="spinner")
    spinner.start()
    time.sleep(0.55)
    stop.set()
    spinner.join()
    print("\rthe answer is 42")


main()
