"""The GIL's switch interval: a thread that never blocks must not starve the others.

While more than one thread is alive, jumps and calls are counted, and after so many without a switch the thread gives way. Events are counted rather than time, so runs are the same on every machine; each counts as a microsecond, so
`sys.setswitchinterval` means what it says. A program with one thread is not watched and pays nothing.
"""

from __future__ import annotations

import sys
from types import CodeType

from .scheduler import scheduler
from .tracebacks import is_ours

_TOOL = 3  # One of the two ids that sys.monitoring leaves without a meaning; trace.py has the other.
_EVENTS_PER_SECOND = 1_000_000
_NANOSECONDS_PER_EVENT = 1_000

_monitoring = sys.monitoring
_IMPORT_SYSTEM = "<frozen importlib"
"""Not interrupted: the locks it takes are those of the real `_thread`, which cannot wait."""

_others = 0
"""Threads alive besides the main one."""
_left = 0
"""Events until the current thread gives way."""
_switches_before = 0
"""How many switches there had been when the count began."""


def _quantum() -> int:
    return max(1, int(sys.getswitchinterval() * _EVENTS_PER_SECOND))


def _counted(code: CodeType, *_: object) -> object:
    global _left, _switches_before
    if is_ours(code) or code.co_filename.startswith(_IMPORT_SYSTEM):
        return _monitoring.DISABLE
    _left -= 1
    if _left > 0:
        return None
    _left = quantum = _quantum()
    if scheduler.switches == _switches_before:
        scheduler.preempt(quantum * _NANOSECONDS_PER_EVENT)
    _switches_before = scheduler.switches
    return None


def thread_began() -> None:
    global _others, _left
    _others += 1
    if _others == 1:
        _left = _quantum()
        kinds = _monitoring.events
        if _monitoring.get_tool(_TOOL) is None:
            _monitoring.use_tool_id(_TOOL, "asyncio, live: threads take turns")
        for kind in (kinds.JUMP, kinds.PY_START):
            _monitoring.register_callback(_TOOL, kind, _counted)
        _monitoring.set_events(_TOOL, kinds.JUMP | kinds.PY_START)


def thread_ended() -> None:
    global _others
    _others -= 1
    if not _others:
        _monitoring.set_events(_TOOL, _monitoring.events.NO_EVENTS)
