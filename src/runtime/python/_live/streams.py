"""The program's standard streams. What is written goes to the file descriptor as ever, where the host catches it; on the
way past here the event log learns which task or thread writes, at which line."""

from __future__ import annotations

import io
import sys
from typing import Any

from .scheduler import scheduler
from .threadless import NO_INPUT
from .trace import trace


class _Output(io.FileIO):
    """File descriptor 1 or 2."""

    def write(self, data: Any, /) -> int | None:
        if trace.enabled:
            scheduler.host.mark_place(trace.place_json())
        return super().write(data)


class _Input(io.RawIOBase):
    """File descriptor 0: lines that the reader types, while the clock stands still."""

    name = "<stdin>"
    mode = "rb"

    def __init__(self) -> None:
        self._pending = b""
        self._ended = False

    def readable(self) -> bool:
        return True

    def fileno(self) -> int:
        return 0

    def isatty(self) -> bool:
        return False

    def readinto(self, buffer: Any, /) -> int:
        if not self._pending and not self._ended:
            # What the program has asked must be seen before it can be answered.
            sys.stdout.flush()
            if not scheduler.host.can_switch():
                raise RuntimeError(NO_INPUT)
            line = scheduler.host.read_input(trace.place_json())
            self._ended = line is None
            self._pending = b"" if line is None else line.encode("utf-8", "surrogateescape")
        size = min(len(buffer), len(self._pending))
        buffer[:size] = self._pending[:size]
        self._pending = self._pending[size:]
        return size


_Output.__module__, _Output.__name__, _Output.__qualname__ = "_io", "FileIO", "FileIO"


def install() -> None:
    """Output is line-buffered, as in a terminal, so that lines of both streams keep their order."""
    for name, descriptor, errors in (("stdout", 1, "strict"), ("stderr", 2, "backslashreplace")):
        raw = _Output(descriptor, "wb", closefd=False)
        raw.name = f"<{name}>"
        stream = io.TextIOWrapper(io.BufferedWriter(raw), "utf-8", errors, line_buffering=True)
        stream.mode = "w"
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)
    stdin = io.TextIOWrapper(io.BufferedReader(_Input()), "utf-8", "strict")
    stdin.mode = "r"
    sys.stdin = sys.__stdin__ = stdin
