/** The part of Pyodide's module object that is used here: it is private, and pinned by version. Worker side. */
import type { PyodideAPI } from 'pyodide';

/** Functions that Python's module exports, by their names in C. What neither is listed here nor called by Pyodide is not there (exports.ts). */
export const OWN_CALLS = ['PyThreadState_Get', 'PyUnstable_ThreadState_SetStackProtection', 'emscripten_stack_get_current'] as const;

type Functions = Readonly<Record<`_${(typeof OWN_CALLS)[number]}`, (...args: readonly number[]) => number>>;

export interface WasmModule extends Functions {
  readonly HEAPU8: Uint8Array<ArrayBuffer>;
  /** Addresses. */
  readonly _tzname: number;
  readonly _timezone: number;
  readonly _daylight: number;
  __tzset_js(timezone: number, daylight: number, standardName: number, summerName: number): void;
}

export function wasmModule(pyodide: PyodideAPI): WasmModule {
  return (pyodide as PyodideAPI & { readonly _module: WasmModule })._module;
}
