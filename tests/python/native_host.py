"""Runs a program under the Python half of the runtime on native CPython: a switch is a hand-over between real threads.

`python3.14 native_host.py program.py [arguments]` does what `npm run py -- program.py` does in WebAssembly, with the same
Python files. Only the host differs, so what is tested here is the Python half alone, with all of CPython's own checks.
"""

import os
import sys
import time
from pathlib import Path
from typing import NoReturn

_RUNTIME = Path(__file__).parents[2] / "src" / "runtime" / "python"
_NS = 1_000_000_000


class NativeHost:
    """See `Host` in src/runtime/python/_live/host.py. Work costs nothing here."""

    def __init__(self) -> None:
        # The real module: what the Python half puts in its place is what is being tested.
        self._real = sys.modules["_thread"]
        self._gates: dict[int, object] = {}
        self._now = 0
        self._status = 1

    def begin(self) -> None:
        self._now = 0

    def read_clock(self) -> int:
        self._now += 1
        return self._now

    def peek_clock(self) -> int:
        return self._now

    def advance_clock(self, until_ns: int) -> bool:
        self._now = max(self._now, until_ns)
        return True

    def charge_work(self, ns: int) -> None:
        pass

    def work_ns(self) -> int:
        return 0

    def emit(self, event_json: str) -> None:
        pass

    def mark_place(self, place_json: str) -> None:
        pass

    def limit_stack(self) -> None:
        pass

    def can_switch(self) -> bool:
        return True

    def switch(self, me: int, to: int, begins: bool) -> None:
        gate = self._gates[me] = self._real.allocate_lock()
        gate.acquire()
        self.leave(to, begins)
        gate.acquire()

    def leave(self, to: int, begins: bool) -> None:
        if begins:
            from _live import threads

            self._real.start_new_thread(threads.enter, (to,))
        else:
            self._gates.pop(to).release()

    def read_input(self, place_json: str) -> str | None:
        return sys.__stdin__.readline() or None

    def end(self, status: int, reason: str) -> None:
        self._status = status
        # Threads of the program may still wait, as they do in a worker that is thrown away.
        os._exit_process(status)

    def park(self) -> NoReturn:
        os._exit_process(self._status)
        raise AssertionError("unreachable")


def _replace_clocks(host: NativeHost) -> None:
    """What src/runtime/clock.ts does in JavaScript: one clock for everything."""
    for name in ("time", "monotonic", "perf_counter"):
        setattr(time, name, lambda: host.read_clock() / _NS)
        setattr(time, f"{name}_ns", host.read_clock)


def main(filename: str, *arguments: str) -> None:
    # `_live` replaces `os._exit` by an end of the run.
    os._exit_process = os._exit
    host = NativeHost()
    _replace_clocks(host)
    sys.path.insert(0, str(_RUNTIME))
    from _live import program

    program.install()
    path = os.path.abspath(filename)
    program.settle(host)
    program.run(path, [filename, *arguments], os.path.dirname(path))


if __name__ == "__main__":
    main(*sys.argv[1:])
