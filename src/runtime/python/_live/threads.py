"""A stand-in for the built-in module `_thread`: the standard `threading` runs on it unmodified."""

from __future__ import annotations

import os
import signal
import sys
from asyncio import events
from collections.abc import Callable
from dataclasses import dataclass
from types import FrameType, ModuleType, TracebackType
from typing import Any

from . import preemption
from .local import _local
from .locks import TIMEOUT_MAX, RLock, deadline_after, lock
from .scheduler import SimThread, scheduler
from .threadless import NO_THREADS
from .trace import trace
from .tracebacks import is_ours, strip


class _ThreadHandle:
    """What `threading.Thread` holds of a running thread: its ident, and whether it is done."""

    __module__ = "_thread"

    def __init__(self) -> None:
        self.thread: SimThread | None = None
        self._done = False
        self._waiters: list[SimThread] = []

    @property
    def ident(self) -> int:
        return self.thread.ident if self.thread else 0

    def is_done(self) -> bool:
        return self._done

    def join(self, timeout: float | None = None) -> None:
        if self.thread is None:
            raise RuntimeError("thread not started")
        if self._done:
            return
        if self.thread is scheduler.current:
            raise RuntimeError("Cannot join current thread")
        if self.thread is scheduler.main and _shutting_down:
            return
        deadline = None if timeout is None or timeout < 0 else deadline_after(timeout)
        self._waiters.append(scheduler.current)
        trace.thread_blocked({"what": "thread", "thread": self.thread.number})
        if not scheduler.block(deadline):
            self._waiters.remove(scheduler.current)

    def _set_done(self) -> None:
        if self.thread is None:
            raise RuntimeError("thread not started")
        self._done = True
        waiters, self._waiters = self._waiters, []
        for thread in waiters:
            scheduler.wake(thread)

    def __repr__(self) -> str:
        return f"<_ThreadHandle object: ident={self.ident}>"


@dataclass
class UnraisableHookArgs:
    """What `sys.unraisablehook` is given; `sys.UnraisableHookArgs` cannot be made by hand."""

    exc_type: type[BaseException]
    exc_value: BaseException | None
    exc_traceback: TracebackType | None
    err_msg: str | None
    object: Any


_to_join: list[_ThreadHandle] = []
"""Handles of the non-daemon threads, which the end of the program waits for."""
_shutting_down = False
_stack_size = 0


def start_joinable_thread(function: Callable[[], object], handle: _ThreadHandle | None = None, daemon: bool = True) -> _ThreadHandle:
    """*For internal use only*: start a new thread."""
    if not callable(function):
        raise TypeError("thread function must be callable")
    handle = handle if handle is not None else _ThreadHandle()
    if handle.thread is not None:
        raise RuntimeError("thread already started")
    _start(function, (), {}, handle, daemon)
    return handle


def start_new_thread(function: Callable[..., object], args: tuple[object, ...], kwargs: dict[str, object] | None = None, /) -> int:
    """Start a new thread and return its identifier."""
    if not callable(function):
        raise TypeError("first arg must be callable")
    if not isinstance(args, tuple):
        raise TypeError("2nd arg must be a tuple")
    if kwargs is not None and not isinstance(kwargs, dict):
        raise TypeError("optional 3rd arg must be a dictionary")
    handle = _ThreadHandle()
    _start(function, args, kwargs or {}, handle, True)
    return handle.ident


def _start(
    function: Callable[..., object], args: tuple[object, ...], kwargs: dict[str, object], handle: _ThreadHandle, daemon: bool
) -> None:
    if _shutting_down:
        raise RuntimeError("can't create new thread at interpreter shutdown")
    if not scheduler.host.can_switch():
        raise RuntimeError(NO_THREADS)

    def body() -> None:
        error = None
        try:
            function(*args, **kwargs)
        except SystemExit:
            pass
        except BaseException as caught:
            error = caught
        if error is not None:
            error.__traceback__ = strip(error.__traceback__)
            _report_ignored(error, f"Exception ignored in thread started by {function!r}", None)
        trace.thread_finished(error)
        preemption.thread_ended()
        if not daemon:
            _to_join.remove(handle)
        handle._set_done()
        scheduler.finish()

    handle.thread = scheduler.new_thread(body, daemon)
    preemption.thread_began()
    if not daemon:
        _to_join.append(handle)
    trace.thread_started(handle.thread, function)


def _report_ignored(error: BaseException, message: str, about: object) -> None:
    """What C code does by `PyErr_FormatUnraisable`. The standard hook takes arguments that only C can make."""
    hook = sys.unraisablehook
    if hook is not sys.__unraisablehook__:
        try:
            hook(UnraisableHookArgs(type(error), error, error.__traceback__, message, about))  # type: ignore[arg-type]
            return
        except BaseException as raised:
            error = raised.with_traceback(strip(raised.__traceback__))
            message, about = "Exception ignored in sys.unraisablehook", hook
    if sys.stderr is not None:
        about_it = "" if about is None else f": {about!r}"
        print(f"{message}{about_it}", file=sys.stderr, end=":\n" if about is None else "\n")
        sys.__excepthook__(type(error), error, error.__traceback__)


def enter(number: int) -> None:
    """Run a thread that the scheduler has switched to for the first time. Called by the host, on a stack of its own."""
    thread = scheduler.alive[number]
    body, thread.body = thread.body, None
    assert body is not None
    # Pyodide hands on the loop of its own that runs where threads are made.
    events._set_running_loop(None)
    scheduler.host.limit_stack()
    body()


def _make_thread_handle(ident: int) -> _ThreadHandle:
    """*For internal use only*: a handle for a thread that already runs."""
    handle = _ThreadHandle()
    handle.thread = next((thread for thread in scheduler.alive.values() if thread.ident == ident), scheduler.current)
    return handle


def _shutdown() -> None:
    """Wait for all non-daemon threads to end."""
    global _shutting_down
    while _to_join:
        _to_join[0].join()
    _shutting_down = True


def get_ident() -> int:
    return scheduler.current.ident


def get_native_id() -> int:
    return 4242 + scheduler.current.number


def _count() -> int:
    return len(scheduler.alive) - 1


def set_name(name: str) -> None:
    """Name the current thread for the operating system: there is none here, so the event log takes the name."""
    scheduler.current.name = name


def _get_name() -> str:
    """The name as a system would give it back, to which it is a C string; the event log has it as it was given."""
    name = scheduler.current.name.encode(sys.getfilesystemencoding(), "replace")
    return os.fsdecode(name.split(b"\0")[0])


def exit() -> None:
    """Synonym for `raise SystemExit`: ends the thread."""
    raise SystemExit


def stack_size(size: int = 0, /) -> int:
    """Return the stack size that was set; setting one has no effect here."""
    global _stack_size
    if size < 0:
        raise ValueError("size must be 0 or a positive value")
    if 0 < size < 32768:
        raise ValueError(f"size not valid: {size} bytes")
    before, _stack_size = _stack_size, size
    return before


def daemon_threads_allowed() -> bool:
    return True


def _get_main_thread_ident() -> int:
    return scheduler.main.ident


def interrupt_main(signum: int = signal.SIGINT, /) -> None:
    """Simulate a signal: its handler runs in the main thread, as soon as that goes on."""
    if signum not in signal.valid_signals():
        raise ValueError("signal number out of range")
    if signal.getsignal(signum) in (signal.SIG_IGN, signal.SIG_DFL):
        return
    scheduler.interrupt_main(lambda: signal.getsignal(signum)(signum, None))  # type: ignore[operator, misc]


def current_frames() -> dict[int, FrameType]:
    """Return a dict mapping each thread's thread id to its current stack frame."""
    frames = {thread.ident: thread.frame for thread in scheduler.alive.values() if thread.frame is not None}
    frames[scheduler.current.ident] = sys._getframe(1)
    return {ident: _program_frame(frame) for ident, frame in frames.items()}


def _program_frame(frame: FrameType) -> FrameType:
    while is_ours(frame.f_code) and frame.f_back is not None:
        frame = frame.f_back
    return frame


_FUNCTIONS = (
    start_joinable_thread, start_new_thread, _make_thread_handle, _shutdown, get_ident, get_native_id, _count, set_name, _get_name, exit,
    stack_size, daemon_threads_allowed, _get_main_thread_ident, interrupt_main,
)


def make_module(real: ModuleType) -> ModuleType:
    """The module to put into `sys.modules` as `_thread`.

    The real one's `_excepthook` is left out: it asks C for the thread's name. `threading` has its own in Python.
    """
    module = ModuleType("_thread", real.__doc__)
    for function in (*_FUNCTIONS, _ThreadHandle, _local):
        function.__module__ = "_thread"
    module.__dict__.update(
        lock=lock,
        LockType=lock,
        RLock=RLock,
        allocate_lock=lock,
        allocate=lock,
        error=RuntimeError,
        TIMEOUT_MAX=TIMEOUT_MAX,
        start_new=start_new_thread,
        exit_thread=exit,
        _is_main_interpreter=real._is_main_interpreter,
        _local=_local,
        _ThreadHandle=_ThreadHandle,
        **{function.__name__: function for function in _FUNCTIONS},
    )
    return module
