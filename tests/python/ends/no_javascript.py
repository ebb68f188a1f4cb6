"""ModuleNotFoundError No module named 'js'
ModuleNotFoundError No module named 'pyodide'
ModuleNotFoundError No module named 'pyodide'
ModuleNotFoundError No module named 'pyodide_js'
ModuleNotFoundError No module named '_pyodide'
False
True
exit 0
"""

import importlib
import sys

for name in ("js", "pyodide", "pyodide.code", "pyodide_js", "_pyodide"):
    try:
        importlib.import_module(name)
    except Exception as error:
        print(type(error).__name__, error)
print("_pyodide_core" in sys.builtin_module_names)
print(sys.excepthook is sys.__excepthook__)
