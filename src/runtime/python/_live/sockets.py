"""A stand-in for the built-in module `_socket`: the standard `socket` and asyncio's streams run on it unmodified."""

from __future__ import annotations

import errno
import importlib
import os
import socket as _socket_module
import sys
import warnings
from collections.abc import Callable, Iterable
from types import ModuleType
from typing import Any

from . import network
from .locks import deadline_after
from .network import Description
from .scheduler import scheduler
from .trace import trace

_AF_INET, _AF_INET6, _AF_UNIX = _socket_module.AF_INET, _socket_module.AF_INET6, network.AF_UNIX
_SOCK_STREAM = _socket_module.SOCK_STREAM

_MISSING_CONSTANTS = {
    # Of Linux, where Emscripten's headers have no such option.
    "SO_REUSEADDR": 2, "SO_REUSEPORT": 15, "SO_ERROR": 4, "SO_TYPE": 3, "SO_SNDBUF": 7, "SO_RCVBUF": 8,
    "AF_UNIX": network.AF_UNIX, "SO_KEEPALIVE": 9, "SO_LINGER": 13, "TCP_NODELAY": 1,
}

_FLAGS = _socket_module.SOCK_NONBLOCK | _socket_module.SOCK_CLOEXEC
"""What may be given with a socket's type and is no part of it."""

_SERVICES = {"echo": 7, "ftp": 21, "ssh": 22, "smtp": 25, "domain": 53, "http": 80, "pop3": 110, "imap": 143, "https": 443}
"""Of /etc/services, the names that programs use."""

_real_inet_pton, _real_inet_ntop = _socket_module.inet_pton, _socket_module.inet_ntop

_default_timeout: float | None = None


def _fail(code: int) -> OSError:
    return OSError(code, os.strerror(code))


class socket:
    """A socket of the network in network.py. `socket.socket` is made from it."""

    __module__ = "_socket"
    __slots__ = ("_fd", "_description", "_timeout")

    def __init__(self, family: int = -1, type: int = -1, proto: int = -1, fileno: int | None = None) -> None:
        if fileno is not None:
            description = network.description_of(fileno)
            if description is None:
                raise _fail(errno.EBADF)
            self._fd = fileno
        else:
            description = Description(
                int(_AF_INET if family == -1 else family), int(_SOCK_STREAM if type == -1 else type) & ~_FLAGS, 0 if proto == -1 else proto
            )
            self._fd = network.open_descriptor(description)
        self._description = description
        self._timeout = _default_timeout

    family = property(lambda self: self._description.family)
    type = property(lambda self: self._description.type)
    proto = property(lambda self: self._description.proto)
    timeout = property(lambda self: self._timeout)

    # Life

    def fileno(self) -> int:
        return self._fd

    def close(self) -> None:
        if self._fd != -1:
            fd, self._fd = self._fd, -1
            network.close_descriptor(fd)

    def detach(self) -> int:
        fd, self._fd = self._fd, -1
        return fd

    def __del__(self) -> None:
        if getattr(self, "_fd", -1) != -1:
            warnings.warn(f"unclosed {self!r}", ResourceWarning, source=self)
            socket.close(self)

    # Waiting

    def settimeout(self, value: float | None) -> None:
        if value is not None and value < 0:
            raise ValueError("Timeout value out of range")
        self._timeout = None if value is None else float(value)

    def gettimeout(self) -> float | None:
        return self._timeout

    def setblocking(self, flag: bool) -> None:
        self._timeout = None if flag else 0.0

    def getblocking(self) -> bool:
        return self._timeout != 0

    def _wait(self, ready: Callable[[], bool]) -> None:
        """Wait as long as this socket's timeout allows until it is ready."""
        self._open()
        if ready():
            return
        if self._timeout == 0:
            raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))
        deadline = None if self._timeout is None else deadline_after(self._timeout)
        description, me = self._description, scheduler.current
        while not ready():
            description.watchers.append(me)
            trace.thread_blocked(None)
            try:
                if not scheduler.block(deadline):
                    raise TimeoutError("timed out")
            finally:
                description.watchers.remove(me)

    def _open(self) -> Description:
        if self._fd == -1:
            raise _fail(errno.EBADF)
        return self._description

    # Connections

    def bind(self, address: object) -> None:
        network.bind(self._open(), address)

    def listen(self, backlog: int = 128) -> None:
        network.listen(self._open(), backlog)

    def _accept(self) -> tuple[int, object]:
        description = self._open()
        if description.waiting is None:
            raise _fail(errno.EINVAL)
        self._wait(lambda: bool(description.waiting))
        accepted = description.waiting.popleft()
        return network.open_descriptor(accepted), accepted.peer_name

    def connect(self, address: object) -> None:
        code = self.connect_ex(address)
        if code:
            raise _fail(code)

    def connect_ex(self, address: object) -> int:
        description = self._open()
        if description.family != _AF_UNIX and (not isinstance(address, tuple) or len(address) < 2):
            raise TypeError(f"connect(): AF_INET address must be tuple, not {type(address).__name__}")
        code = network.connect(description, address)
        # As TCP on Linux: a socket that does not block hears later what came of it.
        if self._timeout == 0 and description.family != _AF_UNIX and code in (0, errno.ECONNREFUSED):
            description.error = code
            return errno.EINPROGRESS
        return code

    def getsockname(self) -> object:
        return self._open().name

    def getpeername(self) -> object:
        description = self._open()
        if description.peer is None:
            raise _fail(errno.ENOTCONN)
        return description.peer_name if description.peer_name is not None else ""

    def shutdown(self, how: int) -> None:
        description = self._open()
        if description.peer is None:
            raise _fail(errno.ENOTCONN)
        if how in (_socket_module.SHUT_WR, _socket_module.SHUT_RDWR):
            description.stop_sending()
        if how in (_socket_module.SHUT_RD, _socket_module.SHUT_RDWR):
            description.ended = True
            description.notify()

    # Data

    def send(self, data: Any, flags: int = 0) -> int:
        description = self._open()
        if description.peer is None:
            raise _fail(errno.ENOTCONN if not description.broken else errno.EPIPE)
        self._wait(description.writable)
        return description.send(memoryview(data).cast("B"))

    def sendall(self, data: Any, flags: int = 0) -> None:
        rest = memoryview(data).cast("B")
        while rest:
            rest = rest[self.send(rest) :]

    def sendmsg(self, buffers: Iterable[Any], *_: object) -> int:
        return self.send(b"".join(buffers))

    def sendto(self, data: Any, *_: object) -> int:
        return self.send(data)

    def recv(self, size: int, flags: int = 0) -> bytes:
        if size < 0:
            raise ValueError("negative buffersize in recv")
        description = self._open()
        if description.peer is None and not description.ended:
            raise _fail(errno.ENOTCONN)
        self._wait(description.readable)
        return description.receive(size, keep=bool(flags & _socket_module.MSG_PEEK))

    def recv_into(self, buffer: Any, size: int = 0, flags: int = 0) -> int:
        view = memoryview(buffer).cast("B")
        data = self.recv(size or len(view), flags)
        view[: len(data)] = data
        return len(data)

    def recvfrom(self, size: int, flags: int = 0) -> tuple[bytes, object]:
        return self.recv(size, flags), self._description.peer_name

    def recvfrom_into(self, buffer: Any, size: int = 0, flags: int = 0) -> tuple[int, object]:
        return self.recv_into(buffer, size, flags), self._description.peer_name

    # Options

    def setsockopt(self, level: int, option: int, value: Any = None, length: int | None = None) -> None:
        self._open().options[(level, option)] = value if isinstance(value, int) else 0

    def getsockopt(self, level: int, option: int, length: int = 0) -> int:
        description = self._open()
        if (level, option) == (_socket_module.SOL_SOCKET, _socket_module.SO_ERROR):
            code, description.error = description.error, 0
            return code
        if (level, option) == (_socket_module.SOL_SOCKET, _socket_module.SO_TYPE):
            return description.type
        return description.options.get((level, option), 0)


def socketpair(family: int = _AF_UNIX, type: int = _SOCK_STREAM, proto: int = 0) -> tuple[socket, socket]:
    one, other = network.pair(family, type, proto)
    return (
        socket(fileno=network.open_descriptor(one)),
        socket(fileno=network.open_descriptor(other)),
    )


def dup(fd: int) -> int:
    description = network.description_of(fd)
    if description is None:
        raise _fail(errno.EBADF)
    return network.open_descriptor(description)


def close(fd: int) -> None:
    network.close_descriptor(fd)


def setdefaulttimeout(timeout: float | None) -> None:
    global _default_timeout
    _default_timeout = timeout


def getdefaulttimeout() -> float | None:
    return _default_timeout


def getaddrinfo(host: Any, port: Any, family: int = 0, type: int = 0, proto: int = 0, flags: int = 0) -> list[Any]:
    """This machine by its names and addresses; any other name fails as it does without a network."""
    if isinstance(host, bytes):
        host = host.decode()
    if isinstance(port, bytes):
        port = port.decode()
    if isinstance(port, str) and not port.isdigit():
        if port not in _SERVICES:
            raise _socket_module.gaierror(_socket_module.EAI_SERVICE, "Servname not supported for ai_socktype")
        port = _SERVICES[port]
    host, _, scope = host.partition("%") if host is not None else (None, "", "")
    passive = flags & _socket_module.AI_PASSIVE
    found: list[tuple[int, str]] = []
    if host is None:
        found = [(_AF_INET, "0.0.0.0"), (_AF_INET6, "::")] if passive else [(_AF_INET6, "::1"), (_AF_INET, "127.0.0.1")]
    elif host == "localhost":
        found = [(_AF_INET, "127.0.0.1")]
    elif _is_address(_AF_INET, host):
        found = [(_AF_INET, host)]
    elif _is_address(_AF_INET6, host):
        found = [(_AF_INET6, host)]
    else:
        raise _socket_module.gaierror(_socket_module.EAI_AGAIN, "Temporary failure in name resolution")
    number = int(port or 0)
    kinds = [(_SOCK_STREAM, _socket_module.IPPROTO_TCP), (_socket_module.SOCK_DGRAM, _socket_module.IPPROTO_UDP)]
    return [
        (kind, socktype, protocol, "", (address, number) if kind == _AF_INET else (address, number, 0, int(scope or 0)))
        for kind, address in found
        if family in (0, kind)
        for socktype, protocol in kinds
        if type in (0, socktype) and proto in (0, protocol)
    ]


def _is_address(family: int, text: str) -> bool:
    try:
        inet_pton(family, text)
    except OSError:
        return False
    return True


def inet_pton(address_family: int, ip_string: str, /) -> bytes:
    """Convert an IP address from string format to a packed string. Pyodide's own knows no IPv6."""
    if address_family != _AF_INET6:
        return bytes(_real_inet_pton(address_family, ip_string))
    import ipaddress  # Not before it is needed: few programs do.

    try:
        return ipaddress.IPv6Address(ip_string).packed
    except ValueError:
        raise OSError("illegal IP address string passed to inet_pton") from None


def inet_ntop(address_family: int, packed_ip: bytes, /) -> str:
    """Convert a packed IP address to string format."""
    if address_family != _AF_INET6:
        return str(_real_inet_ntop(address_family, packed_ip))
    import ipaddress

    return str(ipaddress.IPv6Address(packed_ip))


def getservbyname(servicename: str, protocolname: str = "", /) -> int:
    if servicename not in _SERVICES:
        raise OSError("service/proto not found")
    return _SERVICES[servicename]


def gethostbyname(name: str) -> str:
    return str(getaddrinfo(name, 0, _AF_INET)[0][4][0])


def gethostname() -> str:
    return "localhost"


def getnameinfo(address: tuple[Any, ...], flags: int) -> tuple[str, str]:
    return str(address[0]), str(address[1])


def install() -> None:
    real = sys.modules["_socket"]
    module = ModuleType("_socket", real.__doc__)
    module.__dict__.update({**_MISSING_CONSTANTS, **real.__dict__})
    for function in (
        socketpair, dup, close, setdefaulttimeout, getdefaulttimeout, getaddrinfo, getservbyname, gethostbyname, gethostname, getnameinfo,
        inet_pton, inet_ntop,
    ):
        function.__module__ = "_socket"
        setattr(module, function.__name__, function)
    module.socket = module.SocketType = socket
    module.has_ipv6 = True
    sys.modules["_socket"] = module
    importlib.reload(_socket_module)
