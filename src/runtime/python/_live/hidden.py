"""Hides the modules that a browser brings and native CPython lacks: for a program there is no `js` and no `pyodide`.

This is truth, not protection: whatever a program finds of JavaScript all the same leads nowhere, because the worker has
given up what could reach network, storage and page (src/runtime/isolation.ts).
"""

from __future__ import annotations

import sys
from types import ModuleType

_BUILT_IN = "_pyodide_core"
_ROOTS = ("js", "pyodide", "pyodide_js", "_pyodide", _BUILT_IN)

_kept: list[ModuleType] = []
"""Functions of these modules are in use, so the modules must not be taken apart."""


def hide() -> None:
    """Before the program starts, and not before a snapshot of memory is taken: Pyodide's own start needs them."""
    for name in [name for name in sys.modules if _is_hidden(name)]:
        _kept.append(sys.modules.pop(name))
    # Compiled in, so it would be found again, and made anew over the one that is in use.
    sys.modules[_BUILT_IN] = None  # type: ignore[assignment]  # What the import system takes for "there is none".
    sys.builtin_module_names = tuple(name for name in sys.builtin_module_names if name != _BUILT_IN)
    sys.meta_path[:] = [finder for finder in sys.meta_path if not _is_hidden(_module_of(finder))]
    for importer in sys.path_importer_cache.values():
        # Of a `zipimporter`: what is in the archive, by path. The standard library comes in one, and with it Pyodide's own modules.
        files = getattr(importer, "_get_files", dict)()
        for path in [path for path in files if _is_hidden(path.replace("/", "."))]:
            del files[path]


def _is_hidden(name: str) -> bool:
    return name.partition(".")[0] in _ROOTS


def _module_of(finder: object) -> str:
    return (finder if isinstance(finder, type) else type(finder)).__module__
