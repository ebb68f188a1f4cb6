def put_in_database():
    request = js.indexedDB.open("attack")
    return request.readyState

attempt("indexedDB", put_in_database)
attempt("IDBFactory", lambda: js.IDBFactory.prototype.open.call(js.indexedDB, "attack"))
attempt("caches", lambda: js.caches.open("attack"))
attempt("CacheStorage", lambda: js.CacheStorage.prototype.open.call(js.caches, "attack"))
attempt("localStorage", lambda: js.localStorage.setItem("attack", "1"))
attempt("sessionStorage", lambda: js.sessionStorage.setItem("attack", "1"))
attempt("cookieStore", lambda: js.cookieStore.set("attack", "1"))
attempt("file system", lambda: js.navigator.storage.getDirectory())
attempt("storage buckets", lambda: js.navigator.storageBuckets.open("attack"))
attempt("webkitRequestFileSystemSync", lambda: js.webkitRequestFileSystemSync(0, 1024))
attempt("locks", lambda: js.navigator.locks.request("attack", lambda _: None))
attempt("BroadcastChannel", lambda: js.BroadcastChannel.new("attack").postMessage("x"))
attempt("service worker", lambda: js.navigator.serviceWorker.register("/attack.js"))
for number, prototype in enumerate(prototypes(js)):
    attempt(f"indexedDB of prototype {number}", lambda: prototype.indexedDB.open("attack"))
    attempt(f"caches of prototype {number}", lambda: prototype.caches.open("attack"))
attempt("Emscripten's IDBFS", lambda: (pyodide_js.FS.mkdir("/kept"), pyodide_js.FS.mount(pyodide_js.FS.filesystems.IDBFS, to_js({}), "/kept")))
linger()
