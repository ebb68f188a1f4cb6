"""Signals that a program sends to itself. There is nobody else who could send one.

Python's own handlers run as ever; what is replaced is how a signal wakes an event loop, which is by a byte written to a
file descriptor, and the descriptors of our sockets lead nowhere (see network.py).
"""

from __future__ import annotations

import os
import signal

from . import network

_wakeup_fd = -1
_real_raise_signal = signal.raise_signal
_real_kill = os.kill


def set_wakeup_fd(fd: int, *, warn_on_full_buffer: bool = True) -> int:
    """Sets the fd to be written to (with the signal number) when a signal comes in. Returns the one before, or -1."""
    global _wakeup_fd
    if fd != -1 and network.description_of(fd) is None:
        raise ValueError(f"the fd {fd} is not a socket of this program")
    before, _wakeup_fd = _wakeup_fd, fd
    return before


def raise_signal(signalnum: int, /) -> None:
    """Send a signal to the executing process."""
    description = network.description_of(_wakeup_fd)
    if description is not None and callable(signal.getsignal(signalnum)):
        description.send(memoryview(bytes([signalnum])))
    _real_raise_signal(signalnum)


def kill(pid: int, sig: int, /) -> None:
    """Kill a process with a signal."""
    if pid == os.getpid() and sig:
        raise_signal(sig)
    else:
        _real_kill(pid, sig)


def install() -> None:
    for function in (set_wakeup_fd, raise_signal):
        function.__module__ = "_signal"
        setattr(signal, function.__name__, function)
    kill.__module__ = "posix"
    os.kill = kill
