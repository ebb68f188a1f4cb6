"""Compiles what an interpreter has imported of the standard library. Run inside of Pyodide by python-package.ts.

Leaves `/compiled.zip`: for each file of the archive its path with `c` at the end, as `zipimport` looks for it, and there the
code as a `.pyc` file holds it. https://docs.python.org/3.14/reference/import.html#pyc-invalidation
"""

import importlib.util
import marshal
import sys
import zipfile
import zipimport

ARCHIVE = f"/lib/python{sys.version_info.major}{sys.version_info.minor}.zip"
# The source has a hash, which is never compared: source and code are in one archive.
UNCHECKED = 0b01

imported = {getattr(module, "__file__", None) or "" for module in list(sys.modules.values())}
library = zipimport.zipimporter(ARCHIVE)
with zipfile.ZipFile("/compiled.zip", "w") as compiled:
    for file in sorted(file for file in imported if file.startswith(f"{ARCHIVE}/")):
        source = library.get_data(file)
        code = compile(source, file, "exec", dont_inherit=True)
        head = importlib.util.MAGIC_NUMBER + UNCHECKED.to_bytes(4, "little") + importlib.util.source_hash(source)
        compiled.writestr(zipfile.ZipInfo(file.removeprefix(f"{ARCHIVE}/") + "c"), head + marshal.dumps(code))
