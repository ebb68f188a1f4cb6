"""Keeps sets of threads and tasks in order of creation where the standard library goes through them.

Their natural order is that of memory addresses: any order is right, but it has to be the same in every run.
"""

from __future__ import annotations

import concurrent.futures.thread
from asyncio import runners, taskgroups, tasks
from collections.abc import Iterator
from types import ModuleType
from typing import Any

from .trace import trace


class _InsertionOrder:
    """As much of a set as a thread pool and a TaskGroup use of theirs."""

    def __init__(self) -> None:
        self._items: dict[Any, None] = {}

    def add(self, item: Any) -> None:
        self._items[item] = None

    def discard(self, item: Any) -> None:
        self._items.pop(item, None)

    def __contains__(self, item: object) -> bool:
        return item in self._items

    def __iter__(self) -> Iterator[Any]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)


def _all_tasks(loop: Any = None) -> list[Any]:
    """For the end of `asyncio.run`, which cancels what is left: in order of creation."""
    return sorted(tasks.all_tasks(loop), key=trace.task_number)


def install() -> None:
    """The first two make theirs by the name `set`, which is looked up in their module before the builtins."""
    for module in (concurrent.futures.thread, taskgroups):
        module.set = _InsertionOrder
    ordered = ModuleType(tasks.__name__)
    ordered.__dict__.update(tasks.__dict__, all_tasks=_all_tasks)
    runners.tasks = ordered
