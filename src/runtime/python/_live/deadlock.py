"""The message of a program that can never go on, as Go's "all goroutines are asleep": who waits, for what, where."""

from __future__ import annotations

import asyncio
import os
from typing import Any

from .awaiting import awaited_by_task
from .scheduler import scheduler
from .trace import trace

_STATUS = 1
_INDENT = "  "


def report_deadlock() -> None:
    """Say on stderr who waits, and end the run."""
    lines = ["deadlock: everything waits, and nothing is left that could wake it"]
    for thread in scheduler.alive.values():
        on, line = thread.waits_for or ({"what": "call", "call": "wait"}, None)
        if on["what"] != "loop":
            lines.append(f"{_INDENT}thread {thread.name} waits for {_words(on)}{_at(line)}")
    for task in sorted(_pending_tasks(), key=trace.task_number):
        on = awaited_by_task(task, trace.task_number)
        lines.append(f"{_INDENT}task {task.get_name()} waits for {_words(on)}{_at(trace.line_of(task))}")
    os.write(2, ("\n".join(lines) + "\n").encode("utf-8", "backslashreplace"))
    scheduler.host.end(_STATUS, "deadlock")


def _pending_tasks() -> list[Any]:
    return [task for loop in trace.loops() for task in asyncio.all_tasks(loop)]


def _words(on: dict[str, Any]) -> str:
    match on["what"]:
        case "sleep":
            return f"a sleep of {on['seconds']} s"
        case "task":
            return trace.task_name(on["task"])
        case "tasks":
            return f"{on['call']} of {', '.join(trace.task_name(number) for number in on['tasks'])}"
        case "thread":
            thread = scheduler.alive.get(on["thread"])
            return f"thread {thread.name if thread else on['thread']} to end"
        case "executor":
            return "a job in an executor"
        case "turn":
            return "its turn"
        case _:
            return str(on.get("call", on["what"]))


def _at(line: int | None) -> str:
    return f" at line {line}" if line is not None else ""
