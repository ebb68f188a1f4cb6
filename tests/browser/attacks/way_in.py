"""Put before each program of attacks: how a program gets hold of JavaScript all the same, and `attempt`.

Modules that a program cannot import are still referred to by the runtime, and whoever looks for them finds them.
"""

import asyncio

from _live import hidden
from _live.scheduler import scheduler

_found = {module.__name__: module for module in hidden._kept}
pyodide_js = _found["pyodide_js"]
js = _found["_pyodide._importhook"].jsfinder.jsproxies["js"]
run_js = _found["pyodide.code"].run_js
to_js = _found["pyodide.ffi"].to_js
host = scheduler.host


def attempt(name, act):
    """Print what came of it: a line for the test, which goes by what arrives elsewhere and not by this."""
    # JavaScript's asynchronous functions ask for one when they are called.
    asyncio.set_event_loop(asyncio.new_event_loop())
    try:
        result = act()
    except BaseException as error:
        print(f"{name}: {type(error).__name__}")
    else:
        print(f"{name}: got {result!r}"[:200])


def prototypes(of):
    """The chain of prototypes of a JavaScript object."""
    while of is not None:
        of = js.Object.getPrototypeOf(of)
        if of is not None and type(of).__name__ == "JsProxy":
            yield of
        else:
            return


def linger():
    """Let real time pass, so that what was asked for can happen. Nobody waits for the single promises: each becomes a future."""
    host._js.promise = js.Promise.new(lambda resolve, _: js.setTimeout(resolve, 300))
    host._wait()
