import ctypes

# It kills the interpreter, so it stands alone.
attempt("emscripten_run_script", lambda: ctypes.CDLL(None).emscripten_run_script(f"fetch('{ELSEWHERE}script')".encode()))
linger()
