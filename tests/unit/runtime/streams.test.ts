import type { PyodideAPI } from 'pyodide';
import { expect, test } from 'vitest';
import { captureStreams } from '../../../src/runtime/streams.ts';

interface Written {
  write(bytes: Uint8Array): number;
  readonly isatty: boolean;
}

function captured(): { readonly texts: string[]; readonly write: Record<'stdout' | 'stderr', Written>; readonly flush: () => void } {
  const texts: string[] = [];
  const write: Partial<Record<'stdout' | 'stderr', Written>> = {};
  const pyodide = {
    setStdout: (options: Written) => (write.stdout = options),
    setStderr: (options: Written) => (write.stderr = options),
  };
  // Of Pyodide only the two setters are used.
  const flush = captureStreams(pyodide as unknown as PyodideAPI, (stream, text) => texts.push(`${stream}: ${text}`));
  return { texts, write: write as Record<'stdout' | 'stderr', Written>, flush };
}

test('text is heard as it is written, by stream', () => {
  const { texts, write } = captured();
  expect(write.stdout.write(Buffer.from('out'))).toBe(3);
  expect(write.stderr.write(Buffer.from('err\n'))).toBe(4);
  expect(texts).toEqual(['stdout: out', 'stderr: err\n']);
  expect([write.stdout.isatty, write.stderr.isatty]).toEqual([false, false]);
});

test('a character whose bytes arrive apart is whole, also between writes to the other stream', () => {
  const { texts, write } = captured();
  const [first, ...rest] = Buffer.from('코');
  write.stdout.write(Uint8Array.of(first ?? 0));
  write.stderr.write(Buffer.from('!'));
  write.stdout.write(Uint8Array.from(rest));
  expect(texts).toEqual(['stderr: !', 'stdout: 코']);
});

test('what is still held back at the end is given out as unreadable, and nothing where all was whole', () => {
  const { texts, write, flush } = captured();
  write.stdout.write(Buffer.from('코').subarray(0, 2));
  expect(texts).toEqual([]);
  flush();
  expect(texts).toEqual(['stdout: \ufffd']);
  flush();
  expect(texts).toHaveLength(1);
});
