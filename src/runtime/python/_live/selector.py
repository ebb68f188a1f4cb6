"""The selector under asyncio's own event loop: it waits on the simulated clock, and for sockets of this program."""

from __future__ import annotations

import math
import select
import selectors
from typing import Any

from . import network
from .scheduler import scheduler
from .trace import trace

_NANOSECONDS = 1_000_000_000


class EpollSelector(selectors._BaseSelectorImpl):
    """Named as the one that `selectors.DefaultSelector` is on Linux, because asyncio's debug log prints the name."""

    __module__ = "selectors"

    def fileno(self) -> int:
        return -1

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        found = self._poll()
        if found or (timeout is not None and timeout <= 0):
            return found
        host = scheduler.host
        deadline = None if timeout is None else host.peek_clock() + math.ceil(timeout * _NANOSECONDS)
        me = scheduler.current
        endpoints = [network.description_of(key.fd) for key in self.get_map().values()]
        for endpoint in endpoints:
            if endpoint is not None:
                endpoint.watchers.append(me)
        trace.thread_blocked({"what": "loop"})
        try:
            scheduler.block(deadline)
        finally:
            for endpoint in endpoints:
                if endpoint is not None:
                    endpoint.watchers.remove(me)
        return self._poll()

    def _poll(self) -> list[tuple[selectors.SelectorKey, int]]:
        found = []
        for key in self.get_map().values():
            endpoint = network.description_of(key.fd)
            if endpoint is None:
                continue
            events = 0
            if key.events & selectors.EVENT_READ and endpoint.readable():
                events |= selectors.EVENT_READ
            if key.events & selectors.EVENT_WRITE and endpoint.writable():
                events |= selectors.EVENT_WRITE
            if events:
                found.append((key, events))
        return found


def _select(readers: Any, writers: Any, others: Any, timeout: float | None = None, /) -> tuple[list[Any], list[Any], list[Any]]:
    """`select.select` for sockets of this program."""
    with EpollSelector() as selector:
        wanted: dict[int, int] = {}
        for files, event in ((readers, selectors.EVENT_READ), (writers, selectors.EVENT_WRITE)):
            for file in files:
                fd = selectors._fileobj_to_fd(file)
                wanted[fd] = wanted.get(fd, 0) | event
        for fd, events in wanted.items():
            selector.register(fd, events)
        ready = {key.fd: events for key, events in selector.select(timeout)}

    def those(files: Any, event: int) -> list[Any]:
        return [file for file in files if ready.get(selectors._fileobj_to_fd(file), 0) & event]

    return those(readers, selectors.EVENT_READ), those(writers, selectors.EVENT_WRITE), []


def install() -> None:
    """Every selector is this one: none of the system's could wait."""
    select.select = _select
    for name in ("DefaultSelector", "EpollSelector", "PollSelector", "SelectSelector"):
        setattr(selectors, name, EpollSelector)
