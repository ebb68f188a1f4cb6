/**
 * Hides the frames of suspended threads from the interpreter. Worker side.
 *
 * The interpreter walks the frames of all its threads when it collects garbage and when `sys.monitoring` is switched on.
 * Some of those records lie on the C stack, and while a thread is suspended Pyodide may have moved its part of the stack
 * away to make room for another (stack_state.mjs), so the walk would read what is no longer there. A thread whose
 * `current_frame` is null is passed over; nothing is lost, because what its frames refer to is kept alive by reference
 * counts all the same.
 */
import type { PyodideAPI } from 'pyodide';
import { type WasmModule, wasmModule } from './wasm-module.ts';

/** Starts the table in which CPython describes its own structures for debuggers (pycore_debug_offsets.h). */
const COOKIE = 'xdebugpy';
/** Places in that table, in 64-bit words: what the thread state holds, and its own first fields, as a check. */
const THREAD_STATE_NEXT = 24;
const THREAD_STATE_CURRENT_FRAME = 26;
const POINTER_BYTES = 4;

export class SuspendedFrames {
  readonly #module: WasmModule;
  /** Looked up when the first thread is suspended: most programs have but one. */
  #offset: number | undefined;
  readonly #hidden = new Map<number, number>();

  constructor(pyodide: PyodideAPI) {
    this.#module = wasmModule(pyodide);
  }

  /** The address of the state of the thread that is running. */
  current(): number {
    return this.#module._PyThreadState_Get();
  }

  /**
   * The thread has been suspended.
   * @throws if this CPython does not describe itself as expected.
   */
  hide(threadState: number): void {
    this.#offset ??= offsetOfCurrentFrame(this.#module.HEAPU8);
    const memory = new DataView(this.#module.HEAPU8.buffer);
    this.#hidden.set(threadState, memory.getUint32(threadState + this.#offset, true));
    memory.setUint32(threadState + this.#offset, 0, true);
  }

  /** The thread is about to go on. */
  show(threadState: number): void {
    const frame = this.#hidden.get(threadState);
    if (frame === undefined || this.#offset === undefined) return;
    this.#hidden.delete(threadState);
    new DataView(this.#module.HEAPU8.buffer).setUint32(threadState + this.#offset, frame, true);
  }
}

function offsetOfCurrentFrame(memory: Uint8Array): number {
  const words = new Uint32Array(memory.buffer);
  const cookie = new DataView(new TextEncoder().encode(COOKIE).buffer);
  const [first, second] = [cookie.getUint32(0, true), cookie.getUint32(4, true)];
  for (let index = 0; index < words.length; index += 2) {
    if (words[index] !== first || words[index + 1] !== second) continue;
    const field = (place: number): number | undefined => words[index + 2 * place];
    const offset = field(THREAD_STATE_CURRENT_FRAME);
    // The second field of a thread state links it to the next: a table that says otherwise is not the one meant.
    if (field(THREAD_STATE_NEXT) === POINTER_BYTES && offset !== undefined && offset < 1024) return offset;
  }
  throw new Error('This CPython does not say where a thread state keeps its frame; the runtime needs to be adapted to it.');
}
