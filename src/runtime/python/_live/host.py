"""What the Python half needs from the side it runs on: JavaScript in the page and Node, real threads in native tests."""

from typing import NoReturn, Protocol


class Host(Protocol):
    """The world outside Python. Times are nanoseconds on the simulated clock, 0 at the program's start."""

    def begin(self) -> None:
        """The program starts: the clock is at 0, and the log begins."""
        ...

    def read_clock(self) -> int:
        """Read the clock as a program does: it never stands still between two reads."""
        ...

    def peek_clock(self) -> int:
        """Read the clock without moving it, for the event log, which must not change what the program does."""
        ...

    def advance_clock(self, until_ns: int, /) -> bool:
        """Everything waits: move the clock forward. Does nothing if it is already past. False: the run has been ended there."""
        ...

    def charge_work(self, ns: int, /) -> None:
        """The program has worked about so long; where work is free this is what makes a busy thread take time at all."""
        ...

    def work_ns(self) -> int:
        """How much the program has worked, as opposed to waited."""
        ...

    def emit(self, event_json: str, /) -> None:
        """Append an event to the log; the host adds `seq` and `at`."""
        ...

    def mark_place(self, place_json: str, /) -> None:
        """Say from which place (see events.ts) the next write to a stream comes."""
        ...

    def limit_stack(self) -> None:
        """The current thread begins: recursion without end through C code is to be an error before it breaks anything."""
        ...

    def can_switch(self) -> bool:
        """Whether threads can be had here (JavaScript Promise Integration in a browser)."""
        ...

    def switch(self, me: int, to: int, begins: bool, /) -> None:
        """Suspend thread `me` and let `to` go on, or begin (see `threads.enter`). Returns when `me` is switched to."""
        ...

    def leave(self, to: int, begins: bool, /) -> None:
        """The calling thread is about to return for good: let `to` go on, or begin."""
        ...

    def read_input(self, place_json: str, /) -> str | None:
        """Wait for a line of input, its newline included, while the clock stands still. None is the end of input."""
        ...

    def end(self, status: int, reason: str, /) -> None:
        """The run is over: nothing is recorded any more. See EndReason in src/log/events.ts."""
        ...

    def park(self) -> NoReturn:
        """Never return to Python: the run is over, and its worker goes away with everything that still waits."""
        ...
