"""The host as JavaScript offers it: a switch is a promise, and Python waits for promises with `run_sync`."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, NoReturn

from pyodide.ffi import run_sync  # type: ignore[import-not-found]  # Pyodide's own, inside it.


class Ended(BaseException):
    """Unwinds a program whose run is over, where its stack cannot simply be left suspended."""


class BrowserHost:
    """Adapts the JavaScript object of src/runtime/interpreter.ts to `Host`."""

    def __init__(self, js: Any) -> None:
        self._js = js
        # Attributes of a JsProxy are looked up anew at each use: take each once.
        self.begin: Callable[[], None] = js.begin
        self.read_clock: Callable[[], int] = js.read_clock
        self.peek_clock: Callable[[], int] = js.peek_clock
        self.advance_clock: Callable[[int], bool] = js.advance_clock
        self.charge_work: Callable[[int], None] = js.charge_work
        self.work_ns: Callable[[], int] = js.work_ns
        self.emit: Callable[[str], None] = js.emit
        self.mark_place: Callable[[str], None] = js.mark_place
        self.end: Callable[[int, str], None] = js.end
        self.limit_stack: Callable[[], None] = js.limit_stack
        self.leave: Callable[[int, bool], None] = js.leave
        self._switch = js.switch_to
        self._possible: bool = js.can_switch()

    def _wait(self) -> Any:
        """Suspend this thread until the promise resolves that the last call left in `promise`.

        `run_sync` makes a future of what it is given, by `asyncio.ensure_future`, on a loop; a thread has no loop, and a
        future would be resolved by a loop that is not turning. It takes a promise as it is where `ensure_future` gives it
        back unchanged. So that is what it finds there, for the one moment in which it looks.
        https://github.com/pyodide/pyodide/blob/main/src/core/jsproxy.c (run_sync)
        """
        found = asyncio.ensure_future

        def unchanged(awaitable: object) -> object:
            asyncio.ensure_future = found
            return awaitable

        promise = self._js.promise
        asyncio.ensure_future = unchanged
        return run_sync(promise)

    def can_switch(self) -> bool:
        return self._possible

    def switch(self, me: int, to: int, begins: bool) -> None:
        self._switch(me, to, begins)
        self._wait()

    def read_input(self, place_json: str) -> str | None:
        self._js.read_input(place_json)
        line = self._wait()
        return None if line is None else str(line)

    def park(self) -> NoReturn:
        if self._possible:
            self._js.never()
            self._wait()
        raise Ended
