"""The selector under asyncio's own event loop: it waits on the simulated clock, and for sockets of this program."""

from __future__ import annotations

import math
import selectors

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


def install() -> None:
    selectors.EpollSelector = EpollSelector
    selectors.DefaultSelector = EpollSelector
