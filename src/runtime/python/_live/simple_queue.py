"""A stand-in for the built-in module `_queue`: the queue under executors, whose C version waits in a real lock."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import GenericAlias, ModuleType
from typing import Any

from .locks import deadline_after, wait_in
from .scheduler import SimThread, scheduler

_NAME = "_queue"


class Empty(Exception):
    """Exception raised by Queue.get(block=0)/get_nowait()."""

    __module__ = _NAME


class SimpleQueue:
    """Simple, unbounded, reentrant FIFO queue."""

    __module__ = _NAME
    __slots__ = ("_items", "_waiters", "__weakref__")

    def __init__(self) -> None:
        self._items: deque[Any] = deque()
        self._waiters: deque[SimThread] = deque()

    def put(self, item: Any, block: bool = True, timeout: float | None = None) -> None:
        self._items.append(item)
        if self._waiters:
            scheduler.wake(self._waiters.popleft())

    def put_nowait(self, item: Any) -> None:
        self.put(item)

    def get(self, block: bool = True, timeout: float | None = None) -> Any:
        if block and timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        deadline = None if timeout is None or not block else deadline_after(timeout)
        while not self._items:
            # Who was woken may find that another was faster.
            if not block or not wait_in(self._waiters, deadline):
                raise Empty
        return self._items.popleft()

    def get_nowait(self) -> Any:
        return self.get(block=False)

    def empty(self) -> bool:
        return not self._items

    def qsize(self) -> int:
        return len(self._items)

    __class_getitem__ = classmethod(GenericAlias)


class _Finder(MetaPathFinder, Loader):
    """Found before the built-in one, also by a program that imports `queue` anew."""

    def find_spec(self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        return ModuleSpec(fullname, self) if fullname == _NAME else None

    def exec_module(self, module: ModuleType) -> None:
        module.__dict__.update(SimpleQueue=SimpleQueue, Empty=Empty)


def install() -> None:
    sys.modules.pop(_NAME, None)
    sys.meta_path.insert(0, _Finder())
