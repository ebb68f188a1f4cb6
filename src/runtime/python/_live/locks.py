"""The locks of `_thread`, for threads that take turns. A lock is released by handing it to the first who waits."""

from __future__ import annotations

from collections import deque

from .scheduler import SimThread, scheduler
from .trace import trace

TIMEOUT_MAX = 9223372036.0  # As on Linux: the seconds that fit into 2**63 ns, in whole seconds.

_NANOSECONDS = 1_000_000_000


def deadline_after(seconds: float) -> int:
    """The simulated time `seconds` from now, in ns, rounded up: a wait never ends early."""
    return scheduler.host.read_clock() + -int(-seconds * _NANOSECONDS // 1)


def acquire_deadline(blocking: bool, timeout: float) -> int | None | bool:
    """Check the arguments of `acquire` as CPython does. False: do not wait; None: no deadline; else the deadline in ns."""
    if not blocking:
        if timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        return False
    if timeout == -1:
        return None
    if timeout != timeout:
        raise ValueError("Invalid value NaN (not a number)")
    if timeout < 0:
        raise ValueError("timeout value must be a non-negative number")
    if timeout > TIMEOUT_MAX:
        raise OverflowError("timeout value is too large")
    return deadline_after(timeout) if timeout else False


class lock:
    """A lock object is a synchronization primitive."""

    __module__ = "_thread"
    __slots__ = ("_held", "_waiters", "__weakref__")

    def __init__(self) -> None:
        self._held = False
        self._waiters: deque[SimThread] | None = None

    def __init_subclass__(cls) -> None:
        raise TypeError("type '_thread.lock' is not an acceptable base type")

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        if not self._held and timeout == -1:
            self._held = True
            return True
        deadline = acquire_deadline(blocking, timeout)
        if not self._held:
            self._held = True
            return True
        if deadline is False:
            return False
        if self._waiters is None:
            self._waiters = deque()
        return wait_in(self._waiters, deadline)

    def release(self) -> None:
        if not self._held:
            raise RuntimeError("release unlocked lock")
        if self._waiters:
            scheduler.wake(self._waiters.popleft())
        else:
            self._held = False

    def locked(self) -> bool:
        return self._held

    def __enter__(self) -> bool:
        return self.acquire()

    def __exit__(self, *exc_info: object) -> None:
        self.release()

    def _at_fork_reinit(self) -> None:
        self._held = False
        self._waiters = None

    acquire_lock = acquire
    release_lock = release
    locked_lock = locked

    def __repr__(self) -> str:
        return f"<{'locked' if self._held else 'unlocked'} _thread.lock object at {id(self):#x}>"


class RLock:
    """A lock that the thread that holds it can take again."""

    __module__ = "_thread"
    __slots__ = ("_owner", "_count", "_waiters", "__weakref__")

    def __init__(self, *_: object, **__: object) -> None:
        # CPython ignores arguments here; threading.RLock warns of them.
        self._owner: SimThread | None = None
        self._count = 0
        self._waiters: deque[SimThread] = deque()

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        me = scheduler.current
        deadline = acquire_deadline(blocking, timeout)
        if self._owner is me or self._owner is None:
            self._owner = me
            self._count += 1
            return True
        if deadline is False:
            return False
        return wait_in(self._waiters, deadline)

    def release(self) -> None:
        if self._owner is not scheduler.current:
            raise RuntimeError("cannot release un-acquired lock")
        self._count -= 1
        if not self._count:
            self._hand_over()

    def _hand_over(self) -> None:
        if self._waiters:
            self._owner = self._waiters.popleft()
            self._count = 1
            scheduler.wake(self._owner)
        else:
            self._owner = None

    def locked(self) -> bool:
        return self._owner is not None

    def __enter__(self) -> bool:
        return self.acquire()

    def __exit__(self, *exc_info: object) -> None:
        self.release()

    # What threading.Condition asks of a lock.
    def _is_owned(self) -> bool:
        return self._owner is scheduler.current

    def _recursion_count(self) -> int:
        return self._count if self._owner is scheduler.current else 0

    def _release_save(self) -> tuple[int, SimThread]:
        if self._owner is None:
            raise RuntimeError("cannot release un-acquired lock")
        saved = (self._count, self._owner)
        self._count = 0
        self._hand_over()
        return saved

    def _acquire_restore(self, saved: tuple[int, SimThread]) -> None:
        self.acquire()
        self._count = saved[0]

    def _at_fork_reinit(self) -> None:
        self._owner = None
        self._count = 0
        self._waiters.clear()

    def __repr__(self) -> str:
        owner = self._owner.ident if self._owner else 0
        state = "locked" if self._count else "unlocked"
        kind = type(self)
        return f"<{state} {kind.__module__}.{kind.__qualname__} object owner={owner} count={self._count} at {id(self):#x}>"


def wait_in(waiters: deque[SimThread], deadline: int | None) -> bool:
    """Queue the current thread and block it. Whoever wakes it has taken it out of the queue."""
    me = scheduler.current
    waiters.append(me)
    # The trace names the call of the program that waits.
    trace.thread_blocked(None)
    woken = False
    try:
        woken = scheduler.block(deadline)
    finally:
        if not woken and me in waiters:
            waiters.remove(me)
    return woken
