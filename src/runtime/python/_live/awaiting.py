"""Puts into words what a task or a thread waits for. The fields are those of `Awaited` in src/log/events.ts."""

from __future__ import annotations

from asyncio import futures, tasks
from collections.abc import Callable
from types import FrameType
from typing import Any

from .tracebacks import is_ours

_SLEEP = tasks.sleep.__code__
_WAIT = tasks._wait.__code__


def awaited_by_thread(frame: FrameType | None, filename: str) -> dict[str, Any]:
    """The call that waits, e.g. `Event.wait`: the outermost that the program made and that has not returned.

    A thread without a frame of the program is one of a pool that waits for a job: then it is the innermost call of the
    standard library.
    """
    calls = []
    while frame is not None and frame.f_code.co_filename != filename:
        calls.append(frame.f_code)
        frame = frame.f_back
    if any(code.co_qualname == "Thread.start" for code in calls):
        return {"what": "call", "call": "Thread.start"}
    if frame is None:
        calls = [code for code in calls if code.co_name == "get"] or [code for code in calls if not is_ours(code)]
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
    if _is_executor_job(waiter):
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
        awaitable = (
            getattr(awaitable, "cr_await", None) or getattr(awaitable, "gi_yieldfrom", None) or getattr(awaitable, "ag_await", None)
        )
    return found


def _tasks(awaited: Any, call: str, number: Callable[[Any], int]) -> dict[str, Any]:
    numbers = sorted(number(task) for task in awaited if hasattr(task, "get_coro"))
    return {"what": "tasks", "tasks": numbers, "call": call}


def _is_executor_job(waiter: Any) -> bool:
    """`wrap_future` chains a future of an executor to one of asyncio: the chain's callback tells."""
    if not futures.isfuture(waiter):
        return False
    return any(
        getattr(callback, "__qualname__", "").startswith("_chain_future.") for callback, _ in waiter._callbacks or ()
    )


_PLAIN = {
    "lock.acquire": "Lock.acquire",
    "lock.__enter__": "Lock.acquire",
    "RLock.__enter__": "RLock.acquire",
    "Condition.__enter__": "Condition.acquire",
    "Semaphore.__enter__": "Semaphore.acquire",
}

