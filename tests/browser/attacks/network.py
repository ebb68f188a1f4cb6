import asyncio
import http.client
import socket
import urllib.request

for where, address in (("elsewhere", ELSEWHERE), ("here", HERE)):
    web = lambda name: address + name
    attempt(f"{where} fetch", lambda: js.fetch(web("fetch")))
    for number, prototype in enumerate(prototypes(js)):
        attempt(f"{where} fetch of prototype {number}", lambda: prototype.fetch.call(js, web("prototype-fetch")))

    def by_xhr():
        request = js.XMLHttpRequest.new()
        request.open("GET", web("xhr"), False)
        request.send()

    attempt(f"{where} XMLHttpRequest", by_xhr)
    attempt(f"{where} WebSocket", lambda: js.WebSocket.new(web("socket").replace("http", "ws")))
    attempt(f"{where} WebSocketStream", lambda: js.WebSocketStream.new(web("socket").replace("http", "ws")).opened)
    attempt(f"{where} EventSource", lambda: js.EventSource.new(web("events")))
    attempt(f"{where} WebTransport", lambda: js.WebTransport.new(web("transport").replace("http", "https")))
    attempt(f"{where} sendBeacon", lambda: js.navigator.sendBeacon(web("beacon"), "x"))
    attempt(f"{where} importScripts", lambda: js.importScripts(web("scripts.js")))
    attempt(f"{where} FontFace", lambda: js.FontFace.new("f", f"url({web('font')})").load())
    attempt(f"{where} Worker", lambda: js.Worker.new(web("worker.js")))
    attempt(f"{where} loadPackage", lambda: pyodide_js.loadPackage(web("package.whl")))
    attempt(f"{where} compileStreaming", lambda: js.WebAssembly.compileStreaming(js.fetch(web("wasm"))))
    attempt(f"{where} urllib", lambda: urllib.request.urlopen(web("urllib"), timeout=1))
    host_name, port = address.split("/")[2].split(":")
    attempt(f"{where} socket", lambda: socket.create_connection((host_name, int(port)), timeout=1))
    attempt(f"{where} http.client", lambda: http.client.HTTPConnection(host_name, int(port), timeout=1).request("GET", "/client"))
    attempt(f"{where} open_connection", lambda: asyncio.run(asyncio.open_connection(host_name, int(port))))
linger()
