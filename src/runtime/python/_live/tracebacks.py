"""Tracebacks as python3.14 prints them: without a frame of the runtime."""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable, Iterator
from types import CodeType, FrameType, TracebackType
from typing import Any

_OURS = os.path.dirname(__file__) + os.sep


def is_ours(code: CodeType) -> bool:
    return code.co_filename.startswith(_OURS)


def _without_ours(walk: Callable[..., Iterator[tuple[FrameType, Any]]]) -> Callable[..., Iterator[tuple[FrameType, Any]]]:
    def walk_program(start: object) -> Iterator[tuple[FrameType, Any]]:
        return (entry for entry in walk(start) if not is_ours(entry[0].f_code))

    walk_program.__doc__ = walk.__doc__
    walk_program.__name__ = walk_program.__qualname__ = walk.__name__
    return walk_program


def strip(trace: TracebackType | None) -> TracebackType | None:
    """The traceback from the program's first frame on."""
    while trace is not None and is_ours(trace.tb_frame.f_code):
        trace = trace.tb_next
    return trace


def install() -> None:
    """`traceback` prints every traceback there is: uncaught, logged, of threads, of tasks. So this one place serves all."""
    for name in ("walk_tb", "_walk_tb_with_full_positions", "walk_stack"):
        setattr(traceback, name, _without_ours(getattr(traceback, name)))
