/** Hears of what a worker fetches: how far Python's download is, and whether it fails. Worker side. */

/**
 * Wraps this worker's `fetch`, once, before anything is fetched.
 * @param onBytes called with the bytes that have arrived so far, over all fetches; decoded bytes, as on the disk.
 * @param onFailure called when a file does not arrive. Pyodide tells nobody: where its wasm is missing it waits for ever.
 */
export function watchDownloads(onBytes: (loadedBytes: number) => void, onFailure: (error: unknown) => void): void {
  const realFetch = globalThis.fetch.bind(globalThis);
  let loadedBytes = 0;
  globalThis.fetch = async (...request) => {
    const response = await realFetch(...request).catch((error: unknown) => {
      onFailure(error);
      throw error;
    });
    if (!response.ok) onFailure(new Error(`${response.url}: ${response.status} ${response.statusText}`));
    if (!response.ok || response.body === null) return response;
    const counting = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        loadedBytes += chunk.byteLength;
        onBytes(loadedBytes);
        controller.enqueue(chunk);
      },
    });
    // Headers go along: streaming compilation asks for the type.
    return new Response(response.body.pipeThrough(counting), { status: response.status, headers: response.headers });
  };
}
