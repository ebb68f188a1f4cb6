"""Where there can be no threads: a browser without JavaScript Promise Integration, which could suspend them.

A program without threads does there what it does elsewhere. One that starts a thread is told why it cannot, once.
"""

from __future__ import annotations

from asyncio import base_events

_LACKS = (
    "this browser lacks JavaScript Promise Integration (JSPI), "
    "which {what} here; Chrome and Edge 137, Firefox 153 and Safari 27 have it"
)
NO_THREADS = f"can't start new thread: {_LACKS.format(what='threads need')}"
NO_INPUT = f"can't wait for input: {_LACKS.format(what='waiting for the reader needs')}"


async def _shutdown_default_executor(self: base_events.BaseEventLoop, timeout: float | None = None) -> None:
    """Shut the default executor down. It never got a thread, so there is none to wait for; asyncio's own would start one."""
    self._executor_shutdown_called = True
    if self._default_executor is not None:
        self._default_executor.shutdown(wait=False)


def install() -> None:
    replaced = base_events.BaseEventLoop.shutdown_default_executor
    _shutdown_default_executor.__name__, _shutdown_default_executor.__qualname__ = replaced.__name__, replaced.__qualname__
    base_events.BaseEventLoop.shutdown_default_executor = _shutdown_default_executor
