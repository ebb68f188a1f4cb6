/**
 * Recursion without end through C code (`__repr__` that asks for itself) must be a RecursionError. Worker side.
 *
 * CPython looks at how much of its C stack is used, which here is a part of the memory. But the engine has a stack of its own
 * beside that, and it is full first; that kills the interpreter. So the limit on the one is set where the other holds.
 */
import type { PyodideAPI } from 'pyodide';
import { wasmModule } from './wasm-module.ts';

/**
 * Measured in Node 26 with ten kinds of such recursion, each on a stack of V8's (984 kB): they die when they have used 310 to
 * 500 kB of the C stack (those that use more for each call, later). The last 16 kB are CPython's margin.
 */
const STACK_BYTES = 256 * 1024;

/** The thread that runs begins here: so much stack it may use from now on. */
export function limitStack(pyodide: PyodideAPI): void {
  const module = wasmModule(pyodide);
  const top = module._emscripten_stack_get_current();
  module._PyUnstable_ThreadState_SetStackProtection(module._PyThreadState_Get(), top - STACK_BYTES, STACK_BYTES);
}
