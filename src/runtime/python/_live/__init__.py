"""The Python half of the runtime: CPython 3.14 on a simulated clock, with threads.

Imported inside Pyodide before the program starts, and by native Python in the tests. Nothing here draws or knows of
the page: it replaces what a browser lacks (waiting, threads, sockets of this machine) below the standard library, so
that the standard library itself runs unchanged, and writes the event log.

Reading order: host, scheduler, locks, threads, sleeping, selector, sockets, trace, tracebacks, hidden, program.
"""

import builtins
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from types import ModuleType


class _Loader(SourceFileLoader):
    """Gives modules built-in functions of their own: a program may replace or delete those in `builtins`, and goes on natively."""

    _builtins = dict(vars(builtins))

    def exec_module(self, module: ModuleType) -> None:
        # What the functions of a module take for built in is decided when they are made.
        module.__dict__["__builtins__"] = self._builtins
        super().exec_module(module)


class _Finder:
    @staticmethod
    def find_spec(name: str, path: Sequence[str] | None = None, target: ModuleType | None = None) -> ModuleSpec | None:
        spec = PathFinder.find_spec(name, path, target) if name.startswith(f"{__name__}.") else None
        if spec is not None and isinstance(spec.loader, SourceFileLoader):
            spec.loader = _Loader(spec.loader.name, spec.loader.path)
        return spec


def forget_finder() -> None:
    """All of the runtime has been imported: a program finds `sys.meta_path` as it is natively."""
    sys.meta_path.remove(_finder)


_finder = _Finder()
sys.meta_path.insert(0, _finder)
