import ctypes

attempt("emscripten_async_wget", lambda: ctypes.CDLL(None).emscripten_async_wget((ELSEWHERE + "wget").encode(), b"/got", 0, 0))
pyodide_js.FS.createLazyFile("/", "lazy", ELSEWHERE + "lazy", True, False)
attempt("createLazyFile", lambda: open("/lazy").read())
linger()
