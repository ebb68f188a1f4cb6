"""The Python half of the runtime: CPython 3.14 on a simulated clock, with threads.

Imported inside Pyodide before the program starts, and by native Python in the tests. Nothing here draws or knows of
the page: it replaces what a browser lacks (waiting, threads, sockets of this machine) below the standard library, so
that the standard library itself runs unchanged, and writes the event log.

Reading order: host, scheduler, locks, threads, sleeping, selector, sockets, trace, tracebacks, hidden, program.
"""
