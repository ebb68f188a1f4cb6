"""Puts into words what a task or a thread waits for. The fields are those of `Awaited` in src/log/events.ts."""

from __future__ import annotations

import gc
from asyncio import tasks
from collections.abc import Callable
from types import FrameType
from typing import Any

from .tracebacks import is_ours

_SLEEP = tasks.sleep.__code__
_WAIT = tasks._wait.__code__


def awaited_by_thread(frame: FrameType | None, filename: str) -> dict[str, Any]:
    """The call that waits, e.g. `Event.wait`: the outermost that the program made and that has not returned.

    A thread without a frame of the program was given a function of the standard library, or is one of a pool that waits
    for a job: then it is `get`.
    """
    calls = []
    while frame is not None and frame.f_code.co_filename != filename:
        calls.append(frame.f_code)
        frame = frame.f_back
    if any(code.co_qualname == "Thread.start" for code in calls):
        return {"what": "call", "call": "Thread.start"}
    if frame is None:
        # `Thread(target=event.wait)` waits in what it was given, not in what brought it there.
        names = [code.co_qualname for code in calls]
        calls = calls[: names.index("Thread.run")] if "Thread.run" in names[1:] else calls
        calls = [code for code in calls if code.co_name == "get"] or [code for code in calls if not is_ours(code)] or calls
    call = calls[-1].co_qualname
    return {"what": "call", "call": _PLAIN.get(call, call)}


def awaited_by_task(task: Any, number: Callable[[Any], int]) -> dict[str, Any]:
    """What a suspended task waits for. `number` gives a task its number in the log."""
    waiter = task._fut_waiter
    if waiter is None:
        return {"what": "turn"}
    frames = _library_frames(task.get_coro())
    for frame in frames:
        if frame.f_code is _SLEEP:
            return {"what": "sleep", "seconds": frame.f_locals["delay"]}
        if frame.f_code is _WAIT:
            return _tasks(frame.f_locals["fs"], "wait", number)
        if frame.f_code.co_qualname == "TaskGroup.__aexit__":
            return _tasks(frame.f_locals["self"]._tasks, "TaskGroup", number)
    if hasattr(waiter, "get_coro"):
        return {"what": "task", "task": number(waiter)}
    children = getattr(waiter, "_children", None)
    if children is not None:
        return _tasks(children, "gather", number)
    behind = _chained_to(waiter)
    if behind is not None:
        task = _chained_to(behind)
        if hasattr(task, "get_coro"):
            return {"what": "task", "task": number(task)}
        if not _is_for_a_coroutine(behind, waiter.get_loop()):
            return {"what": "executor"}
    named = [frame.f_code.co_qualname for frame in frames if not frame.f_code.co_name.startswith("__a")]
    return {"what": "call", "call": named[0] if named else "Future"}


def _library_frames(awaitable: Any) -> list[FrameType]:
    """Frames of asyncio's own coroutines in a task's chain of awaits, outermost first."""
    found = []
    while awaitable is not None:
        frame = getattr(awaitable, "cr_frame", None) or getattr(awaitable, "gi_frame", None) or getattr(awaitable, "ag_frame", None)
        if frame is not None and "/asyncio/" in frame.f_code.co_filename:
            found.append(frame)
        awaitable = beneath(awaitable)
    return found


def beneath(awaitable: Any) -> Any:
    """What an awaitable is suspended in, or None: the next in the chain of awaits.

    A request to an async generator, such as `async for` awaits, names its generator to the garbage collector only.
    """
    if type(awaitable).__name__ in _REQUESTS:
        return next(iter(gc.get_referents(awaitable)), None)
    return getattr(awaitable, "cr_await", None) or getattr(awaitable, "gi_yieldfrom", None) or getattr(awaitable, "ag_await", None)


def _tasks(awaited: Any, call: str, number: Callable[[Any], int]) -> dict[str, Any]:
    numbers = sorted(number(task) for task in awaited if hasattr(task, "get_coro"))
    return {"what": "tasks", "tasks": numbers, "call": call}


def _chained_to(future: Any) -> Any:
    """The future that `wrap_future` or `run_coroutine_threadsafe` keeps in step with this one, or None.

    Most often it belongs to a job of an executor. Behind the one of `run_coroutine_threadsafe` there is a task in its turn.
    """
    callbacks = [pair[0] for pair in getattr(future, "_callbacks", None) or ()] + getattr(future, "_done_callbacks", [])
    for callback in callbacks:
        if getattr(callback, "__qualname__", "") == "_chain_future.<locals>._call_check_cancel":
            return _enclosed(callback, "source")
    return None


def _is_for_a_coroutine(future: Any, loop: Any) -> bool:
    """Is this the future of a `run_coroutine_threadsafe` whose task is not made yet? The call that will make it is in line."""
    return any(
        getattr(handle._callback, "__qualname__", "") == "run_coroutine_threadsafe.<locals>.callback"
        and _enclosed(handle._callback, "future") is future
        for handle in list(loop._ready)
    )


def _enclosed(function: Any, name: str) -> Any:
    """The value of a variable of the function around this one."""
    return function.__closure__[function.__code__.co_freevars.index(name)].cell_contents


# What `__anext__`, `asend`, `athrow` and `aclose` of an async generator return, and `anext` with a default. They hold first what
# they ask. https://github.com/python/cpython/blob/3.14/Objects/genobject.c, .../Objects/iterobject.c
_REQUESTS = {"async_generator_asend", "async_generator_athrow", "anext_awaitable"}

_PLAIN = {
    "lock.acquire": "Lock.acquire",
    "lock.__enter__": "Lock.acquire",
    "RLock.__enter__": "RLock.acquire",
    "Condition.__enter__": "Condition.acquire",
    "Semaphore.__enter__": "Semaphore.acquire",
}

