import type { PyodideAPI } from 'pyodide';
import { expect, test } from 'vitest';
import { SuspendedFrames } from '../../../src/runtime/suspended-frames.ts';

const TABLE_AT = 64;
const STATE_AT = 2048;
const FRAME_OFFSET = 72;

/** Memory in which CPython describes itself, at TABLE_AT. */
function memory({ cookie = 'xdebugpy', next = 4, offset = FRAME_OFFSET } = {}): Uint8Array {
  const bytes = new Uint8Array(4096);
  bytes.set(new TextEncoder().encode(cookie), TABLE_AT);
  const table = new DataView(bytes.buffer, TABLE_AT);
  table.setUint32(24 * 8, next, true);
  table.setUint32(26 * 8, offset, true);
  return bytes;
}

function frames(bytes: Uint8Array): SuspendedFrames {
  // Of Pyodide only this part of its private module is used.
  return new SuspendedFrames({ _module: { HEAPU8: bytes, _PyThreadState_Get: () => STATE_AT } } as unknown as PyodideAPI);
}

const frameIn = (bytes: Uint8Array): number => new DataView(bytes.buffer).getUint32(STATE_AT + FRAME_OFFSET, true);

test('a suspended thread has no frame, and has it back when it goes on', () => {
  const bytes = memory();
  new DataView(bytes.buffer).setUint32(STATE_AT + FRAME_OFFSET, 0xabcdef, true);
  const hidden = frames(bytes);
  hidden.hide(hidden.current());
  expect(frameIn(bytes)).toBe(0);
  hidden.show(hidden.current());
  expect(frameIn(bytes)).toBe(0xabcdef);
});

test('who was never hidden is left alone', () => {
  const bytes = memory();
  const hidden = frames(bytes);
  hidden.show(STATE_AT);
  hidden.hide(STATE_AT);
  hidden.show(STATE_AT);
  new DataView(bytes.buffer).setUint32(STATE_AT + FRAME_OFFSET, 7, true);
  hidden.show(STATE_AT);
  hidden.show(STATE_AT + 512);
  expect(frameIn(bytes)).toBe(7);
});

test.each([
  ['says nothing of itself', { cookie: 'somebody' }],
  ['begins a thread state otherwise', { next: 8 }],
  ['keeps the frame where no thread state reaches', { offset: 1024 }],
])('a CPython that %s is refused', (_, described) => {
  expect(() => frames(memory(described)).hide(STATE_AT)).toThrow('needs to be adapted');
});
