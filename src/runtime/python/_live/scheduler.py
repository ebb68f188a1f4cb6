"""Threads that take turns: exactly one runs, the others wait for a switch. The clock moves only when all wait.

A thread gives way at one kind of place only, `block`, so the order is the same on every machine. Ready threads run
first come, first served; when none is ready the clock jumps to the earliest deadline; when there is none, the program
can never go on.
"""

from __future__ import annotations

import heapq
import sys
from collections import deque
from collections.abc import Callable
from itertools import count
from types import FrameType
from typing import Any

from .host import Host

_MAIN_IDENT = 140_737_353_000_000  # Looks like what pthread_self() gives on Linux; programs print it, nothing depends on it.
_IDENT_STEP = 8_392_704  # The distance glibc leaves between the stacks of two threads.


class SimThread:
    """One thread of the program, the main one included."""

    __slots__ = ("number", "ident", "body", "waiting", "ticket", "woken", "waits_for", "frame", "daemon", "name", "at_end", "__weakref__")

    def __init__(self, number: int, body: Callable[[], None] | None = None, daemon: bool = False) -> None:
        self.number = number
        self.ident = _MAIN_IDENT + (number - 1) * _IDENT_STEP
        self.body = body
        """What it runs, until it has begun."""
        self.daemon = daemon
        self.name = "MainThread" if number == 1 else ""
        self.frame: FrameType | None = None
        """While it is suspended: its innermost frame, for `sys._current_frames`."""
        self.at_end: list[Callable[[], None]] = []
        """What to do when it has ended: `threading.local` drops its attributes."""
        self.waiting = False
        self.ticket = 0
        """Counts its waits, so that a deadline of an earlier wait is known to be stale."""
        self.woken = False
        self.waits_for: tuple[dict[str, Any], int | None] | None = None
        """While it waits: what for, as the event log words it, and at which line."""


class Scheduler:
    """Decides which thread runs. There is one, `scheduler`, because there is one program."""

    host: Host

    def __init__(self) -> None:
        self.main = SimThread(1)
        self.current = self.main
        self.alive: dict[int, SimThread] = {1: self.main}
        self.ready: deque[SimThread] = deque()
        self._interrupts: list[Callable[[], object]] = []
        self.switches = 0
        """How often another thread has been switched to."""
        self._deadlines: list[tuple[int, int, SimThread, int]] = []
        self._order = count()
        self._numbers = count(2)
        self.on_event: Callable[[str, SimThread], None] = lambda kind, thread: None
        """Told of `woken` and `resumed` (the trace listens)."""
        self.on_deadlock: Callable[[], None] = lambda: None

    def new_thread(self, body: Callable[[], None], daemon: bool) -> SimThread:
        """Make a thread and queue it. It starts when its turn comes, not at once."""
        thread = SimThread(next(self._numbers), body, daemon)
        self.alive[thread.number] = thread
        self.ready.append(thread)
        return thread

    def block(self, deadline_ns: int | None) -> bool:
        """Wait until woken or until the deadline. Returns whether it was woken."""
        me = self.current
        me.waiting = True
        me.woken = False
        me.ticket += 1
        if deadline_ns is not None:
            heapq.heappush(self._deadlines, (deadline_ns, next(self._order), me, me.ticket))
        self._give_way()
        return me.woken

    def give_turn(self) -> None:
        """Go to the end of the queue of those that are ready, as `sched_yield` does."""
        self.host.read_clock()
        self._expire()
        if self.ready:
            self.ready.append(self.current)
            self._give_way()

    def preempt(self, worked_ns: int) -> None:
        """The current thread has worked for long: let others go on, also those whose deadline comes meanwhile."""
        self.host.charge_work(worked_ns)
        self._expire()
        if self.ready:
            self.ready.append(self.current)
            self._give_way()

    def interrupt_main(self, handler: Callable[[], object]) -> None:
        """Have the main thread call something as soon as it runs. A wait of it goes on afterwards, unless that raises."""
        if self.current is self.main:
            handler()
            return
        self._interrupts.append(handler)
        if self.main.waiting and self.main not in self.ready:
            self.ready.append(self.main)

    def wake(self, thread: SimThread) -> None:
        if thread.waiting:
            thread.waiting = False
            thread.woken = True
            self.ready.append(thread)
            self.on_event("woken", thread)

    def finish(self) -> None:
        """The current thread is done: let another go on. The caller returns at once."""
        self.alive.pop(self.current.number, None)
        for action in self.current.at_end:
            action()
        following = self._next()
        self._enter(following)
        self.host.leave(following.number, following.body is not None)

    def _give_way(self) -> None:
        me = self.current
        following = self._next()
        if following is not me:
            self._enter(following)
            me.frame = sys._getframe(1)
            self.host.switch(me.number, following.number, following.body is not None)
            me.frame = None
            # Whoever switched to us has already made us current.
            if self._interrupts and me is self.main:
                self._handle_interrupts()
        else:
            self.on_event("resumed", me)

    def _handle_interrupts(self) -> None:
        me = self.main
        while self._interrupts:
            handler = self._interrupts.pop(0)
            try:
                handler()
            except BaseException:
                me.waiting = False
                raise
        if me.waiting:
            self._give_way()

    def _enter(self, thread: SimThread) -> None:
        self.current = thread
        self.switches += 1
        self.on_event("resumed", thread)

    def _next(self) -> SimThread:
        self._expire()
        while not self.ready:
            deadline = self._earliest()
            if deadline is None:
                self.on_deadlock()
                self.host.park()
            if not self.host.advance_clock(deadline):
                self.host.park()
            self._expire()
        return self.ready.popleft()

    def _earliest(self) -> int | None:
        heap = self._deadlines
        while heap and not (heap[0][2].waiting and heap[0][2].ticket == heap[0][3]):
            heapq.heappop(heap)
        return heap[0][0] if heap else None

    def _expire(self) -> None:
        """Make those ready whose deadline has come, in the order of their deadlines."""
        if not self._deadlines:
            return
        now = self.host.peek_clock()
        while (deadline := self._earliest()) is not None and deadline <= now:
            thread = heapq.heappop(self._deadlines)[2]
            thread.waiting = False
            self.ready.append(thread)
            self.on_event("woken", thread)


scheduler = Scheduler()
