import importlib
import sys

for name in ("js", "pyodide", "pyodide.code", "pyodide.ffi", "pyodide.http", "pyodide_js", "_pyodide", "_pyodide._base", "_pyodide_core", "micropip"):
    attempt(f"import {name}", lambda: importlib.import_module(name))
attempt("sys.modules", lambda: sys.modules["js"])
attempt("reload", lambda: importlib.reload(_found["pyodide.code"]))
