"""`time.sleep` on the simulated clock, and the clocks that tell work from waiting."""

from __future__ import annotations

import operator
import time

from .scheduler import scheduler
from .trace import trace

_NANOSECONDS = 1_000_000_000
_LONGEST_SECONDS = 9223372036.854775807  # 2**63 - 1 ns, the longest time that CPython can hold.


def sleep(seconds: float, /) -> None:
    """sleep(seconds)

    Delay execution for a given number of seconds.  The argument may be
    a floating-point number for subsecond precision."""
    if isinstance(seconds, float):
        if seconds != seconds:
            raise ValueError("Invalid value NaN (not a number)")
        delay = seconds
    else:
        delay = operator.index(seconds)
    if delay < 0:
        raise ValueError("sleep length must be non-negative")
    if delay > _LONGEST_SECONDS:
        raise OverflowError("timestamp out of range for platform time_t")
    if delay == 0:
        scheduler.give_turn()
        return
    host = scheduler.host
    deadline = host.read_clock() + -int(-delay * _NANOSECONDS // 1)
    trace.thread_blocked({"what": "sleep", "seconds": delay})
    scheduler.block(deadline)


def process_time_ns() -> int:
    return scheduler.host.work_ns()


def process_time() -> float:
    return scheduler.host.work_ns() / _NANOSECONDS


def install() -> None:
    sleep.__module__ = "time"
    time.sleep = sleep
    time.process_time = time.thread_time = process_time
    time.process_time_ns = time.thread_time_ns = process_time_ns
