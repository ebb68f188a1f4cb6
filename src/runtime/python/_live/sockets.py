"""Sockets of this machine, in memory: what `socket.socketpair` gives, enough for asyncio's self-pipe."""

from __future__ import annotations

import os
import socket as _socket_module
from collections import deque

from .scheduler import SimThread, scheduler

_endpoints: dict[int, Endpoint] = {}


class Endpoint:
    """One end of a connection: bytes that have arrived, and the other end."""

    def __init__(self) -> None:
        self.arrived = bytearray()
        self.peer: Endpoint | None = None
        self.closed = False
        self.watchers: deque[SimThread] = deque()
        """Threads that wait in `select` for something to happen here."""

    def readable(self) -> bool:
        return bool(self.arrived) or self.peer is None or self.peer.closed

    def writable(self) -> bool:
        return True

    def notify(self) -> None:
        for thread in self.watchers:
            scheduler.wake(thread)


def endpoint(fd: int) -> Endpoint | None:
    return _endpoints.get(fd)


class socket:
    """A connected stream socket."""

    def __init__(self, end: Endpoint) -> None:
        self._end = end
        # A file descriptor of its own: a number that nothing else in the program has.
        self._fd = os.open("/dev/null", os.O_RDWR)
        _endpoints[self._fd] = end

    def fileno(self) -> int:
        return self._fd

    def setblocking(self, flag: bool) -> None:
        pass

    def send(self, data: bytes) -> int:
        peer = self._end.peer
        assert peer is not None
        peer.arrived += data
        peer.notify()
        return len(data)

    def recv(self, size: int) -> bytes:
        arrived = self._end.arrived
        if not arrived:
            if self._end.readable():
                return b""
            raise BlockingIOError(11, "Resource temporarily unavailable")
        data = bytes(arrived[:size])
        del arrived[:size]
        return data

    def close(self) -> None:
        if self._fd != -1:
            del _endpoints[self._fd]
            os.close(self._fd)
            self._fd = -1
            self._end.closed = True
            if self._end.peer:
                self._end.peer.notify()


def socketpair() -> tuple[socket, socket]:
    one, other = Endpoint(), Endpoint()
    one.peer, other.peer = other, one
    return socket(one), socket(other)


def install() -> None:
    _socket_module.socketpair = socketpair
