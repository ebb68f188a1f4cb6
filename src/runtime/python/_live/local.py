"""`threading.local`: attributes that each thread has for itself.

The standard library's pure Python one asks `threading.current_thread()`, which is not there yet when `threading` is
imported; this one asks the scheduler.
"""

from __future__ import annotations

import weakref
from typing import Any

from .scheduler import SimThread, scheduler


class _Attributes:
    """What a local object holds: by thread a dict of attributes, and the arguments that initialize a new one.

    A thread knows of it weakly only, so that a local object in a cycle can be collected; a thread that ends drops its dict.
    """

    __slots__ = ("args", "kwargs", "dicts")

    def __init__(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        self.args = args
        self.kwargs = kwargs
        self.dicts: dict[SimThread, dict[str, Any]] = {}

    def add(self, thread: SimThread, owner: _local) -> dict[str, Any]:
        mine = self.dicts[thread] = {}
        this = weakref.ref(owner)

        def forget() -> None:
            if (local := this()) is not None:
                object.__getattribute__(local, "_local__attributes").dicts.pop(thread, None)
                # It may be the dict that the object shows at the moment.
                object.__setattr__(local, "__dict__", {})

        thread.at_end.append(forget)
        return mine


def _enter(self: _local) -> None:
    """Make the current thread's dict the object's own; the first time in a thread, initialize it as the class says."""
    attributes: _Attributes = object.__getattribute__(self, "_local__attributes")
    thread = scheduler.current
    mine = attributes.dicts.get(thread)
    if mine is None:
        mine = attributes.add(thread, self)
        object.__setattr__(self, "__dict__", mine)
        self.__init__(*attributes.args, **attributes.kwargs)  # type: ignore[misc]
    object.__setattr__(self, "__dict__", mine)


class _local:
    """Thread-local data"""

    __module__ = "_thread"
    __slots__ = ("_local__attributes", "__dict__", "__weakref__")

    def __new__(cls, /, *args: Any, **kwargs: Any) -> _local:
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        self = object.__new__(cls)
        attributes = _Attributes(args, kwargs)
        object.__setattr__(self, "_local__attributes", attributes)
        # Present already when `__init__` runs, so that it is not run a second time.
        attributes.add(scheduler.current, self)
        return self

    def __getattribute__(self, name: str) -> Any:
        _enter(self)
        return object.__getattribute__(self, name)

    def __setattr__(self, name: str, value: object) -> None:
        if name == "__dict__":
            raise AttributeError(f"{type(self).__name__!r} object attribute '__dict__' is read-only")
        _enter(self)
        object.__setattr__(self, name, value)

    def __delattr__(self, name: str) -> None:
        if name == "__dict__":
            raise AttributeError(f"{type(self).__name__!r} object attribute '__dict__' is read-only")
        _enter(self)
        object.__delattr__(self, name)
