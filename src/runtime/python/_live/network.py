"""The network of one machine, in memory: connections between sockets of this program, on the simulated clock.

Bytes arrive at once; what takes time is only that a buffer is full or empty. There is no other machine: names do not
resolve and other addresses cannot be reached, as where no network is.
"""

from __future__ import annotations

import errno
import os
import socket as _constants
from collections import deque

from .scheduler import SimThread, scheduler

BUFFER_BYTES = 256 * 1024
"""What may lie between two sockets unread; a sender of more waits. The order of what Linux allows on loopback."""

AF_UNIX = 1  # Linux's number; Emscripten has none.
_FIRST_EPHEMERAL_PORT = 49152  # Of the range that IANA sets apart for ports that the system chooses.

LOOPBACK = {"127.0.0.1", "localhost", "::1"}
ANY = {"", "0.0.0.0", "::"}


class Description:
    """What a socket's file descriptor stands for; duplicates of the descriptor share it."""

    def __init__(self, family: int, type: int, proto: int) -> None:
        self.family = family
        self.type = type
        self.proto = proto
        self.users = 0
        """How many descriptors stand for it."""
        self.name: object = _unnamed(family)
        self.peer_name: object = None
        self.options: dict[tuple[int, int], int] = {}
        self.error = 0
        """An error of a connection attempt, until SO_ERROR is read."""
        self.inbox = bytearray()
        self.peer: Description | None = None
        self.ended = False
        """The other side sends no more."""
        self.broken = False
        """The other side is gone: sending fails."""
        self.shut_for_sending = False
        self.waiting: deque[Description] | None = None
        """Of a socket that listens: connections that nobody has accepted yet."""
        self.backlog = 0
        self.watchers: list[SimThread] = []
        """Threads that wait for something to happen here."""

    def readable(self) -> bool:
        return bool(self.inbox or self.waiting or self.ended or self.error)

    def writable(self) -> bool:
        if self.waiting is not None:
            return False
        return self.peer is None or self.broken or len(self.peer.inbox) < BUFFER_BYTES

    def notify(self) -> None:
        for thread in list(self.watchers):
            scheduler.wake(thread)

    def send(self, data: memoryview) -> int:
        """Take as many bytes as there is room for; the caller has seen that there is some."""
        if self.shut_for_sending or self.broken or self.peer is None:
            raise BrokenPipeError(errno.EPIPE, os.strerror(errno.EPIPE))
        taken = data[: max(0, BUFFER_BYTES - len(self.peer.inbox))]
        self.peer.inbox += taken
        self.peer.notify()
        return len(taken)

    def receive(self, size: int, *, keep: bool = False) -> bytes:
        data = bytes(self.inbox[:size])
        if not keep:
            del self.inbox[:size]
            if data and self.peer is not None:
                self.peer.notify()
        return data

    def stop_sending(self) -> None:
        self.shut_for_sending = True
        if self.peer is not None:
            self.peer.ended = True
            self.peer.notify()

    def release(self) -> None:
        """The last descriptor is closed."""
        if self.waiting is not None:
            _listeners.pop((self.family, self.name), None)
            for connection in self.waiting:
                connection.release()
        self.stop_sending()
        if self.peer is not None:
            self.peer.broken = True
            self.peer.notify()


_descriptions: dict[int, Description] = {}
_listeners: dict[tuple[int, object], Description] = {}
_next_port = _FIRST_EPHEMERAL_PORT


def open_descriptor(description: Description) -> int:
    """A file descriptor for it: a number that nothing else in the program has, because it is a real one, of nothing."""
    fd = os.open("/dev/null", os.O_RDWR)
    description.users += 1
    _descriptions[fd] = description
    return fd


def close_descriptor(fd: int) -> None:
    description = _descriptions.pop(fd)
    os.close(fd)
    description.users -= 1
    if not description.users:
        description.release()
    # Whoever waits on the descriptor itself hears of it.
    description.notify()


def description_of(fd: int) -> Description | None:
    return _descriptions.get(fd)


def pair(family: int, type: int, proto: int) -> tuple[Description, Description]:
    one, other = Description(family, type, proto), Description(family, type, proto)
    _join(one, other)
    return one, other


def bind(description: Description, address: object) -> None:
    name = _local_name(description.family, address)
    if (description.family, name) in _listeners:
        raise OSError(errno.EADDRINUSE, os.strerror(errno.EADDRINUSE))
    description.name = name


def listen(description: Description, backlog: int) -> None:
    if description.name == _unnamed(description.family):
        bind(description, ("", 0))
    key = (description.family, description.name)
    if _listeners.setdefault(key, description) is not description:
        raise OSError(errno.EADDRINUSE, os.strerror(errno.EADDRINUSE))
    description.backlog = max(backlog, 0)
    if description.waiting is None:
        description.waiting = deque()


def connect(description: Description, address: object) -> int:
    """Connect to a socket that listens. Returns an errno, 0 for success."""
    if description.peer is not None:
        return errno.EISCONN
    listener = _find_listener(description.family, address)
    if isinstance(listener, int):
        return listener
    if description.name == _unnamed(description.family) and description.family != AF_UNIX:
        bind(description, ("127.0.0.1" if description.family == _constants.AF_INET else "::1", 0))
    accepted = Description(description.family, description.type, description.proto)
    accepted.name, accepted.peer_name = _full_name(description.family, address), description.name
    description.peer_name = accepted.name
    _join(description, accepted)
    assert listener.waiting is not None
    listener.waiting.append(accepted)
    listener.notify()
    return 0


def _find_listener(family: int, address: object) -> Description | int:
    if family == AF_UNIX:
        return _listeners.get((family, address), errno.ECONNREFUSED)
    host, port = address[:2]  # type: ignore[index]
    if host not in LOOPBACK | ANY and not str(host).startswith("127."):
        return errno.ENETUNREACH
    for (listening_family, name), listener in _listeners.items():
        if listening_family == family and name[1] == port and name[0] in {host, *ANY}:  # type: ignore[index]
            if listener.waiting is not None and len(listener.waiting) <= max(listener.backlog, 1):
                return listener
    return errno.ECONNREFUSED


def _join(one: Description, other: Description) -> None:
    one.peer, other.peer = other, one


def _unnamed(family: int) -> object:
    if family == _constants.AF_INET:
        return ("0.0.0.0", 0)
    return ("::", 0, 0, 0) if family == _constants.AF_INET6 else ""


def _full_name(family: int, address: object) -> object:
    if family == AF_UNIX:
        return address
    host, port = address[:2]  # type: ignore[index]
    host = "127.0.0.1" if host in ("localhost", "", "0.0.0.0") and family == _constants.AF_INET else host
    return (host, port) if family == _constants.AF_INET else (host, port, 0, 0)


def _local_name(family: int, address: object) -> object:
    global _next_port
    if family == AF_UNIX:
        return address
    host, port = address[:2]  # type: ignore[index]
    if host not in LOOPBACK | ANY and not str(host).startswith("127."):
        raise OSError(errno.EADDRNOTAVAIL, os.strerror(errno.EADDRNOTAVAIL))
    if host == "":
        host = "0.0.0.0" if family == _constants.AF_INET else "::"
    elif host == "localhost":
        host = "127.0.0.1" if family == _constants.AF_INET else "::1"
    if not port:
        port = _next_port
        _next_port += 1
    return (host, port) if family == _constants.AF_INET else (host, port, 0, 0)
