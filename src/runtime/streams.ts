/** Catches what a program writes to its standard streams, at the lowest level: C code and `os.write` are heard too. Worker side. */
import type { PyodideAPI } from 'pyodide';

type Stream = 'stdout' | 'stderr';

/**
 * @param onText called with decoded text as it is written. A character whose bytes arrive apart is held back until whole.
 * @returns a function that gives out what is still held back, at the end of the run.
 */
export function captureStreams(pyodide: PyodideAPI, onText: (stream: Stream, text: string) => void): () => void {
  const flushes = (['stdout', 'stderr'] as const).map((stream) => {
    const decoder = new TextDecoder('utf-8');
    const give = (text: string): void => {
      if (text !== '') onText(stream, text);
    };
    const options = {
      write: (bytes: Uint8Array): number => {
        give(decoder.decode(bytes, { stream: true }));
        return bytes.length;
      },
      isatty: false,
    };
    if (stream === 'stdout') pyodide.setStdout(options);
    else pyodide.setStderr(options);
    return () => give(decoder.decode());
  });
  return () => flushes.forEach((flush) => flush());
}
