/** Counts the bytes that a worker fetches, so that the page can show how far Python's download is. Worker side. */

/**
 * Wraps this worker's `fetch`, once, before anything is fetched.
 * @param onBytes called with the bytes that have arrived so far, over all fetches; decoded bytes, as on the disk.
 */
export function countDownloads(onBytes: (loadedBytes: number) => void): void {
  const realFetch = globalThis.fetch.bind(globalThis);
  let loadedBytes = 0;
  globalThis.fetch = async (...request) => {
    const response = await realFetch(...request);
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
