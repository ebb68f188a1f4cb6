"""Run by native Python before a program that is recorded or compared (see native.ts).

Says on file descriptor 3 when the program begins and ends, so that starting the interpreter and importing asyncio, which
are no part of the program, do not count. And lets programs start processes where Python was started by a launcher.
"""

import atexit
import os
import sys

_TIMES = 3

# Imported here so that it costs the program no time; a program that imports it finds it as it would have found it.
import asyncio  # noqa: E402
import concurrent.futures.thread  # noqa: E402, F401
import unittest.mock  # noqa: E402, F401

if "PYTHON_LAUNCHER" in os.environ:
    sys.executable = sys._base_executable = os.environ["PYTHON_LAUNCHER"]


def _say(word: str) -> None:
    try:
        os.write(_TIMES, f"{word}\n".encode())
    except OSError:
        # A process that the program started has not been given the descriptor.
        pass


# Registered first, so it runs last.
atexit.register(_say, "end")
_say("begin")
del asyncio
