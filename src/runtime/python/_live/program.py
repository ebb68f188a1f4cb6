"""Runs one program as `python3.14 program.py` does, from its first line to the end of the interpreter."""

from __future__ import annotations

import asyncio
import atexit
import builtins
import gc
import importlib
import json
import linecache
import logging
import os
import random
import re
import sys
import threading
import types
from asyncio import events, mixins, runners
from collections.abc import Callable
from importlib.machinery import SourceFileLoader
from typing import Any

from . import forget_finder, hidden, selector, signals, simple_queue, sleeping, sockets, streams, threadless, tracebacks, zone
from .deadlock import report_deadlock
from .host import Host
from .scheduler import scheduler
from .threads import current_frames, make_module
from .trace import trace


def _restore_unix_streams() -> None:
    """asyncio was imported when there were no sockets of this family: now it has `open_unix_connection` and the like."""
    importlib.reload(asyncio.streams)
    for name in asyncio.streams.__all__:
        setattr(asyncio, name, getattr(asyncio.streams, name))
    asyncio.__all__ += tuple(name for name in asyncio.streams.__all__ if name not in asyncio.__all__)


_DECLARED_ENCODING = re.compile(rb"^[ \t\f]*#.*?coding[:=][ \t]*([-_.a-zA-Z0-9]+)")  # PEP 263


def install() -> None:
    """Replace what a browser lacks, below the standard library. Once, before any program; needs no host yet."""
    real = sys.modules["_thread"]
    sys.modules["_thread"] = make_module(real)
    simple_queue.install()
    importlib.reload(threading)
    _forget_real_locks()
    sleeping.install()
    selector.install()
    sockets.install()
    signals.install()
    tracebacks.install()
    _restore_asyncio()
    _restore_unix_streams()
    # Part of every clean start, so that a run does not pay for them.
    for name in ("queue", "concurrent.futures.thread", "dataclasses", "datetime", "typing"):
        importlib.import_module(name)
    # Not before the thread pool has been imported on top of our threads.
    importlib.import_module("_live.ordering").install()
    if sys.platform == "emscripten":
        importlib.import_module("_live.browser")
    _name_sources()
    forget_finder()
    sys._current_frames = current_frames
    scheduler.on_event = trace.thread_event
    scheduler.on_deadlock = report_deadlock


def _name_sources() -> None:
    """A browser is served the library compiled, beside its source (src/site/python-package.ts): a module's file is its source."""
    for module in list(sys.modules.values()):
        file = getattr(module, "__file__", None) or ""
        if file.endswith(".pyc") and module.__spec__:
            module.__file__ = module.__spec__.origin = file.removesuffix("c")


def _forget_real_locks() -> None:
    """Modules that were imported before hold locks of the real `_thread`, which cannot wait."""
    mixins._global_lock = threading.Lock()
    logging._lock = threading.RLock()
    atexit.unregister(logging.shutdown)
    atexit.register(_shut_logging_down)
    for handler in logging._handlerList:
        if (target := handler()) is not None:
            target.createLock()

    class _Local(threading.local):
        _loop = None

    _Local.__qualname__ = "_BaseDefaultEventLoopPolicy._Local"
    events._BaseDefaultEventLoopPolicy._Local = _Local


def _restore_asyncio() -> None:
    """Pyodide replaces `asyncio.run` and the policy by its own; a program gets the standard ones."""
    asyncio.run = runners.run
    events._event_loop_policy = None


def prepare(js: Any) -> None:
    """The first entry from JavaScript, before there is a program: `js` is ProgramHost of src/runtime/host.ts."""
    from .browser import BrowserHost

    # The interpreter may come from a snapshot of memory: no two runs may share its random state.
    random.seed()
    zone.install()
    hidden.hide()
    # Pyodide has put a function of `traceback` there, which fails where a program has deleted built-in functions.
    sys.excepthook = sys.__excepthook__
    settle(BrowserHost(js))


def start(filename: str, argv_json: str, folder: str) -> None:
    """The second entry from JavaScript: see Task in src/runtime/interpreter.ts."""
    from .browser import Ended

    try:
        run(filename, json.loads(argv_json), folder)
    except Ended:
        pass


def settle(host: Host) -> None:
    """Whatever else needs a host but no program."""
    scheduler.host = host
    streams.install()
    if not host.can_switch():
        threadless.install()


def run(filename: str, argv: list[str], folder: str) -> None:
    """Run a program to its end and report the end to the host. `filename` is what tracebacks show."""
    host = scheduler.host
    sys.argv[:] = argv
    sys.path[:] = [folder, *(entry for entry in sys.path if entry != os.path.dirname(os.path.dirname(__file__)))]
    events._set_running_loop(None)
    main = types.ModuleType("__main__")
    main.__dict__.update(
        __loader__=SourceFileLoader("__main__", filename), __builtins__=builtins, __file__=filename, __cached__=None
    )
    sys.modules["__main__"] = main
    with open(filename, "rb") as file:
        source = file.read()
    text = source.decode("utf-8", "replace")
    # Tracebacks find the lines here, wherever the program changes its directory to.
    linecache.cache[filename] = (len(text), None, [line + "\n" for line in text.splitlines()], filename)
    host.limit_stack()
    host.begin()
    status = _guarded(lambda: _execute(source, filename, main))
    status = _finish(main, status)
    host.end(status, "finished")


def _execute(source: bytes, filename: str, main: types.ModuleType) -> None:
    _check_nul(source, filename)
    _check_encoding(source, filename)
    code = compile(source, filename, "exec", dont_inherit=True)
    trace.start(filename, code)
    exec(code, main.__dict__)


def _check_nul(source: bytes, filename: str) -> None:
    """Refuse NUL as CPython does when it reads a file; `compile` words it otherwise, and does not say where."""
    before, nul, _ = source.partition(b"\0")
    if nul:
        line = before.rpartition(b"\n")[2].decode("utf-8", "replace")
        raise SyntaxError("source code cannot contain null bytes", (filename, before.count(b"\n") + 1, None, line))


def _check_encoding(source: bytes, filename: str) -> None:
    """Refuse bytes that are not UTF-8 as CPython does when it reads a file; `compile` words it otherwise."""
    if any(_DECLARED_ENCODING.match(line) for line in source.splitlines()[:2]):
        return
    for number, line in enumerate(source.splitlines(), 1):
        try:
            line.decode("utf-8")
        except UnicodeDecodeError as error:
            message = (
                f"Non-UTF-8 code starting with '\\x{line[error.start]:02x}' in file {filename} on line {number}, "
                "but no encoding declared; see https://peps.python.org/pep-0263/ for details"
            )
            text = line.decode("utf-8", "replace")
            raise SyntaxError(message, (filename, number, len(text), text)) from None


def _guarded(step: Callable[[], object]) -> int:
    """Run a part of the program; report an exception as the interpreter does. Returns the exit status."""
    try:
        step()
    except SystemExit as exit:
        return _exit_status(exit)
    except BaseException as error:
        error.__traceback__ = tracebacks.strip(error.__traceback__)
        sys.last_exc = error
        sys.excepthook(type(error), error, error.__traceback__)
        return 130 if isinstance(error, KeyboardInterrupt) else 1
    return 0


def _exit_status(exit: SystemExit) -> int:
    if exit.code is None:
        return 0
    if isinstance(exit.code, int):
        return exit.code & 0xFF
    _flush()
    print(exit.code, file=sys.stderr)
    return 1


def _finish(main: types.ModuleType, status: int) -> int:
    """The end of the interpreter, in its order: threads are joined, exit functions run, leftovers are collected."""
    _guarded(_join_threads)
    atexit._run_exitfuncs()
    _flush()
    gc.collect()
    _clear(main)
    gc.collect()
    if not _flush():
        return 120
    return status


def _join_threads() -> None:
    try:
        threading._shutdown()
    except BaseException:
        # Natively `threading` may not have been imported, and then there is nothing that fails.
        if scheduler.switches > 0:
            raise


def _shut_logging_down() -> None:
    """As `logging` does where it has been imported. Here it always is, and so is its handler of last resort."""
    if logging._handlerList[1:]:
        logging.shutdown()


def _clear(module: types.ModuleType) -> None:
    """Drop a module's names as the interpreter does at its end: private ones first. What they held may still complain."""
    names = list(module.__dict__)
    for name in [name for name in names if name.startswith("_") and not name.startswith("__")]:
        module.__dict__[name] = None
    for name in names:
        if name != "__builtins__":
            module.__dict__[name] = None


def _flush() -> bool:
    """Empty the streams. False if that fails, for which CPython ends with status 120."""
    fine = True
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None and not stream.closed:
                stream.flush()
        except Exception:
            fine = False
    return fine


def exit_now(status: int) -> None:
    """`os._exit`: the end without an end."""
    scheduler.host.end(status & 0xFF, "finished")
    scheduler.host.park()


os._exit = exit_now
