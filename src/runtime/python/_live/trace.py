"""Writes the event log: what tasks and threads do, and at which line of the program.

asyncio is observed through `sys.monitoring`, not patched: no frame of ours is in the way, the C task stays the C task,
and a place that is of no interest is switched off at its first event. What an event means is documented in
src/log/events.ts; the fields here are the same.
"""

from __future__ import annotations

import asyncio
import json
import sys
import weakref
from asyncio import base_events, events, futures, tasks
from types import BuiltinFunctionType, CodeType, FrameType, MethodDescriptorType
from typing import Any, TypeIs

from .awaiting import awaited_by_task, awaited_by_thread, beneath
from .scheduler import SimThread, scheduler

_TOOL = 4  # One of the two ids that sys.monitoring leaves without a meaning.
_monitoring = sys.monitoring
_pieces = json.encoder.c_make_encoder(None, None, json.encoder.encode_basestring_ascii, None, ":", ",", False, False, True)
_current_task = tasks.current_task
_running_loop = events._get_running_loop


def _encode(value: dict[str, Any]) -> str:
    """As JSON, by C code alone: `json.dumps` needs built-in functions that a program may have deleted."""
    return "".join(_pieces(value, 0))


class Trace:
    """Numbers tasks and loops, and emits events. There is one, `trace`."""

    def __init__(self) -> None:
        self.filename = ""
        self.enabled = False
        self._task_numbers: dict[int, tuple[weakref.ref[Any], int]] = {}
        self._tasks_seen = 0
        self._loops: weakref.WeakKeyDictionary[Any, int] = weakref.WeakKeyDictionary()
        self._suspended: set[int] = set()
        """Numbers of the tasks that wait, so that only they are reported as woken."""
        self._blocked: set[int] = set()
        self._steps: dict[int, Any] = {}
        """By thread: the task in whose step it is, so that the step's end is known for what it is."""
        self._eager: set[int] = set()
        """Numbers of the tasks in their eager first step."""
        self._asking: list[tuple[dict[str, Any], Any, Any]] = []
        """Calls of `cancel` under way: their event, the task, and what it waited for."""
        self._held: list[tuple[str, dict[str, Any]]] = []
        """Events since the outermost of them began."""

    # Places

    def line(self, beyond: CodeType | None = None) -> int | None:
        """The line of the program that is being executed: that of its innermost frame on this thread's stack.

        None inside the event loop's own work: the line that started the loop has nothing to do with it. With `beyond`,
        the line that led to the innermost call of that code.
        """
        frame: FrameType | None = sys._getframe(1)
        filename = self.filename
        while frame is not None:
            code = frame.f_code
            if code is beyond:
                beyond = None
            if code.co_filename == filename and beyond is None:
                return frame.f_lineno
            if code is _HANDLE_RUN:
                return None
            frame = frame.f_back
        return None

    def place(self) -> dict[str, Any]:
        place: dict[str, Any] = {"thread": scheduler.current.number}
        loop = _running_loop()
        if loop is not None and (task := _current_task(loop)) is not None:
            place["task"] = self.task_number(task)
        line = self.line()
        if line is not None:
            place["line"] = line
        return place

    def emit(self, kind: str, fields: dict[str, Any]) -> None:
        if self._asking:
            self._held.append((kind, fields))
        elif self.enabled:
            scheduler.host.emit(_encode({"kind": kind, **fields}))

    def place_json(self) -> str:
        """For the host, which adds it to what is written to a stream."""
        self._release()
        return _encode(self.place())

    # Threads

    def thread_started(self, thread: SimThread, function: object) -> None:
        if not self.enabled:
            return
        owner = getattr(function, "__self__", None)
        name = getattr(owner, "_name", None) or getattr(function, "__name__", "")
        thread.name = str(name)
        self.emit("thread-started", {**self.place(), "started": thread.number, "name": thread.name, "daemon": thread.daemon})

    def thread_blocked(self, on: dict[str, Any] | None) -> None:
        """The current thread is about to wait. None: name the call of the program that waits."""
        if not self.enabled:
            return
        thread = scheduler.current
        if on is None:
            on = awaited_by_thread(sys._getframe(1), self.filename)
        elif on["what"] == "loop":
            on = {"what": "loop", "loop": self.loop_number(_running_loop())}
        thread.waits_for = (on, self.line())
        self._blocked.add(thread.number)
        self.emit("thread-blocked", {**self.place(), "on": on})

    def thread_event(self, kind: str, thread: SimThread) -> None:
        self._release()
        if kind == "woken":
            if thread.number not in self._blocked:
                return
            self._blocked.discard(thread.number)
        self.emit(f"thread-{kind}", {"thread": thread.number})

    def thread_finished(self, error: BaseException | None) -> None:
        fields: dict[str, Any] = {"thread": scheduler.current.number, "outcome": "failed" if error else "returned"}
        if error:
            fields["error"] = describe(error)
        self.emit("thread-finished", fields)

    # Tasks

    def task_number(self, task: Any, coroutine: Any = None) -> int:
        """The task's number; at first sight the task is reported as created, here.

        A task that was done as soon as it was made has let go of its coroutine; `coroutine` is what it was made of.
        """
        seen = self._number_if_seen(task)
        if seen is not None:
            return seen
        self._tasks_seen += 1
        number = self._tasks_seen
        key = id(task)

        def forget(_: object) -> None:
            if self._task_numbers.get(key, (None, 0))[1] == number:
                del self._task_numbers[key]

        self._task_numbers[key] = (weakref.ref(task, forget), number)
        coroutine = task.get_coro() or coroutine
        code = getattr(coroutine, "cr_code", None) or getattr(coroutine, "gi_code", None)
        fields: dict[str, Any] = {"thread": scheduler.current.number}
        creator = self._steps.get(scheduler.current.number)
        if creator is not None and creator is not task:
            fields["task"] = self.task_number(creator)
        loop = _running_loop()
        eager = loop is not None and _current_task(loop) is task and creator is not task
        if (line := self.line(_CREATE_TASK if eager else None)) is not None:
            fields["line"] = line
        fields |= {
            "created": number,
            "loop": self.loop_number(task.get_loop()),
            "name": task.get_name(),
            "coroutine": getattr(coroutine, "__qualname__", type(coroutine).__name__),
        }
        if code is not None and code.co_filename == self.filename:
            fields["definedAt"] = code.co_firstlineno
        self.emit("task-created", fields)
        if eager:
            self._eager.add(number)
            step = {"thread": scheduler.current.number, "task": number}
            if (line := self.line()) is not None:
                step["line"] = line
            self.emit("task-stepped", step)
        return number

    def _number_if_seen(self, task: Any) -> int | None:
        known = self._task_numbers.get(id(task))
        return known[1] if known is not None and known[0]() is task else None

    def task_name(self, number: int) -> str:
        for reference, candidate in self._task_numbers.values():
            if candidate == number and (task := reference()) is not None:
                return str(task.get_name())
        return f"task {number}"

    def loops(self) -> list[Any]:
        return list(self._loops)

    def loop_number(self, loop: Any) -> int:
        if loop is None:
            return 0
        return self._loops.setdefault(loop, len(self._loops) + 1)

    def _step_begins(self, code: CodeType, offset: int) -> None:
        handle = sys._getframe(1).f_locals["self"]
        task = getattr(handle._callback, "__self__", None)
        if not is_task(task) or task.done():
            return
        thread = scheduler.current.number
        self._steps[thread] = task
        number = self.task_number(task)
        self._suspended.discard(number)
        fields = {"thread": thread, "task": number}
        if (line := self.line_of(task)) is not None:
            fields["line"] = line
        self.emit("task-stepped", fields)

    def _step_ends(self, code: CodeType, offset: int, result: object) -> None:
        thread = scheduler.current.number
        task = self._steps.pop(thread, None)
        if task is not None:
            self._after_step(task, thread)

    def _after_step(self, task: Any, thread: int) -> None:
        number = self.task_number(task)
        fields: dict[str, Any] = {"thread": thread, "task": number}
        if task.done():
            if task.cancelled():
                fields["outcome"] = "cancelled"
            elif (error := task._exception) is not None:
                fields |= {"outcome": "failed", "error": describe(error)}
            else:
                fields["outcome"] = "returned"
            self.emit("task-finished", fields)
            return
        if (line := self.line_of(task)) is not None:
            fields["line"] = line
        fields["on"] = on = awaited_by_task(task, self.task_number)
        self.emit("task-suspended", fields)
        if on["what"] != "turn":
            self._suspended.add(number)

    def line_of(self, task: Any) -> int | None:
        """The line of the program at which a suspended task stands: its innermost frame that is the program's."""
        awaitable, line = task.get_coro(), None
        while awaitable is not None:
            frame = getattr(awaitable, "cr_frame", None) or getattr(awaitable, "gi_frame", None) or getattr(awaitable, "ag_frame", None)
            if frame is not None and frame.f_code.co_filename == self.filename:
                line = frame.f_lineno
            awaitable = beneath(awaitable)
        return line

    def _queued(self, code: CodeType, offset: int, handle: Any) -> None:
        """`call_soon` returns a handle: if it is a task's next step, the task is ready."""
        task = getattr(handle._callback, "__self__", None)
        if not is_task(task):
            return
        number = self.task_number(task)
        if number in self._suspended:
            self._suspended.discard(number)
            self.emit("task-woken", {**self.place(), "woken": number})

    def _created(self, code: CodeType, offset: int, task: Any) -> None:
        """`loop.create_task` returns. An eager task has run its first step by now; others were seen when queued."""
        if not is_task(task):
            return
        thread = scheduler.current.number
        seen = self._number_if_seen(task)
        number = self.task_number(task, sys._getframe(2).f_locals["coro"])
        if seen is None:
            self.emit("task-stepped", {"thread": thread, "task": number})
        elif number not in self._eager:
            return
        self._eager.discard(number)
        self._after_step(task, thread)

    def _called(self, code: CodeType, offset: int, callee: Any, first: Any) -> object:
        """A call in the program or in a part of asyncio that cancels: of interest where it is `cancel` of a task."""
        if getattr(callee, "__name__", "") != "cancel":
            return _monitoring.DISABLE
        target = getattr(callee, "__self__", None)
        if target is None or not futures.isfuture(target):
            target = first
        if is_task(target) and not target.done():
            fields = {**self.place(), "target": self.task_number(target)}
            if isinstance(callee, _IN_C):
                self._asking.append((fields, target, target._fut_waiter))
            self.emit("task-cancel-requested", fields)
        return None

    def _call_returned(self, code: CodeType, offset: int, callee: Any, first: Any) -> None:
        """`cancel` has returned: its message, which only now can be had, completes its event."""
        if not self._asking or getattr(callee, "__name__", "") != "cancel":
            return
        fields, target, waiter = self._asking[-1]
        if target is not first and target is not getattr(callee, "__self__", None):
            return
        self._asking.pop()
        if (message := _cancel_message(target, waiter)) is not None:
            fields["message"] = _text_of(message)
        if not self._asking:
            self._release()

    def _release(self) -> None:
        """Lets go of the events that were held while a `cancel` was under way, as they are."""
        self._asking.clear()
        held, self._held = self._held, []
        for kind, fields in held:
            self.emit(kind, fields)

    # Switching it on

    def start(self, filename: str, program: CodeType) -> None:
        self.filename = filename
        self.enabled = True
        kinds = _monitoring.events
        _monitoring.use_tool_id(_TOOL, "asyncio, live")
        for kind, callback in (
            (kinds.PY_START, self._step_begins),
            (kinds.PY_RETURN, self._returned),
            (kinds.CALL, self._called),
            # These two follow calls that are watched.
            (kinds.C_RETURN, self._call_returned),
            (kinds.C_RAISE, self._call_returned),
        ):
            _monitoring.register_callback(_TOOL, kind, callback)
        _monitoring.set_local_events(_TOOL, events.Handle._run.__code__, kinds.PY_START | kinds.PY_RETURN)
        _monitoring.set_local_events(_TOOL, base_events.BaseEventLoop._call_soon.__code__, kinds.PY_RETURN)
        _monitoring.set_local_events(_TOOL, base_events.BaseEventLoop.create_task.__code__, kinds.PY_RETURN)
        for code in _CANCELLERS:
            _monitoring.set_local_events(_TOOL, code, kinds.CALL)
        for code in codes_of(program):
            _monitoring.set_local_events(_TOOL, code, kinds.CALL)

    def _returned(self, code: CodeType, offset: int, result: Any) -> None:
        if code is _HANDLE_RUN:
            self._step_ends(code, offset, result)
        elif code is _CALL_SOON:
            self._queued(code, offset, result)
        elif code is _CREATE_TASK:
            self._created(code, offset, result)


_HANDLE_RUN = events.Handle._run.__code__
_CALL_SOON = base_events.BaseEventLoop._call_soon.__code__
_CREATE_TASK = base_events.BaseEventLoop.create_task.__code__

_CANCELLERS = [
    asyncio.TaskGroup._abort.__code__,
    asyncio.Timeout._on_timeout.__code__,
    asyncio.runners._cancel_all_tasks.__code__,
    asyncio.tasks._GatheringFuture.cancel.__code__,
]
"""The parts of asyncio that cancel tasks on somebody's behalf."""


def codes_of(code: CodeType) -> list[CodeType]:
    """A code object and all that are nested in it."""
    found = [code]
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            found += codes_of(constant)
    return found


_IN_C = (BuiltinFunctionType, MethodDescriptorType)


def _cancel_message(task: Any, waiter: Any) -> Any:
    """What a task was cancelled with that has waited for `waiter`: a task passes the message on to what it waits for."""
    while not task._must_cancel and waiter is not None:
        if is_task(waiter):
            task, waiter = waiter, waiter._fut_waiter
        elif children := getattr(waiter, "_children", None):
            task = next((child for child in children if not child.done() or child.cancelled()), None)
            if task is None:
                return None
            if not is_task(task):
                return task._cancel_message
            waiter = task._fut_waiter
        else:
            return waiter._cancel_message
    return task._cancel_message


def _text_of(value: object) -> str:
    try:
        return str(value)
    except Exception:
        return "<exception str() failed>"


def describe(error: BaseException) -> str:
    """An exception as the last line of its traceback words it."""
    text = _text_of(error)
    return f"{type(error).__qualname__}: {text}" if text else type(error).__qualname__


def is_task(candidate: object) -> TypeIs[asyncio.Task[Any]]:
    return futures.isfuture(candidate) and hasattr(candidate, "get_coro")


trace = Trace()
