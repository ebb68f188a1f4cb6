import type { PyodideAPI } from 'pyodide';
import { expect, test } from 'vitest';
import { limitStack } from '../../../src/runtime/stack-limit.ts';

test('the thread that runs may use 256 kB below where its stack is now', () => {
  const limits: number[][] = [];
  const module = {
    _PyThreadState_Get: () => 11,
    _PyUnstable_ThreadState_SetStackProtection: (...limit: number[]) => void limits.push(limit),
    _emscripten_stack_get_current: () => 1_000_000,
  };
  // Of Pyodide only this part of its private module is used.
  limitStack({ _module: module } as unknown as PyodideAPI);
  expect(limits).toEqual([[11, 1_000_000 - 256 * 1024, 256 * 1024]]);
});
