import { describe, expect, it, vi } from 'vitest';
import { calledFunctions, type Instantiating, showExports } from '../../../src/runtime/exports.ts';

describe('the functions that scripts call', () => {
  const script = `
    var _a, _b, _c;
    function assign(wasmExports) { _a = Module["_a"] = wasmExports["a"]; _b = Module["_b"] = wasmExports["b"]; wasmExports["e"] = wrap(wasmExports["e"]); }
    const run = () => _a() + wasmExports.d();
  `;

  it('are those that are named for more than being handed out', () => {
    expect(calledFunctions([script], ['a', 'b'])).toEqual(['a']);
  });

  it('are called by another script, too', () => {
    expect(calledFunctions([script, 'module._b()'], ['a', 'b'])).toEqual(['a', 'b']);
  });

  it('are handed out otherwise, too', () => {
    expect(calledFunctions([script], ['c', 'd', 'e', 'f'])).toEqual(['c', 'd', 'e']);
  });
});

describe('the exports that are shown', () => {
  const exports = { a: () => 1, b: () => 2, memory: new WebAssembly.Memory({ initial: 0 }) };

  /** Instantiates a module that exports the above as Emscripten does. */
  function instantiated(called: readonly string[], env: Record<string, unknown> = {}) {
    const compiled = {} as WebAssembly.Module;
    const module: Instantiating = { instantiateWasm: (_, done) => done({ exports }, compiled) };
    showExports(module, called);
    const done = vi.fn();
    module.instantiateWasm?.({ env } as WebAssembly.Imports, done);
    const [instance, sameModule] = done.mock.lastCall as [WebAssembly.Instance, WebAssembly.Module];
    expect(sameModule).toBe(compiled);
    return instance.exports;
  }

  it('are the functions that are called, if there are such, and all that is no function', () => {
    expect(instantiated(['b', 'unknown'])).toEqual({ b: exports.b, memory: exports.memory });
  });

  it('are all of them to who looks for a symbol by its name, but for what is there under that name', () => {
    const seen: unknown[] = [];
    const own = () => 3;
    const env: Record<string, unknown> = { b: own, _dlsym_js: (...args: unknown[]) => (seen.push(args, { ...env }), 7) };
    instantiated([], env);
    const lookUp = env['_dlsym_js'] as (...args: unknown[]) => unknown;
    expect(Object.keys(env)).toEqual(['b', '_dlsym_js']);
    expect([lookUp(1, 2), lookUp(3)]).toEqual([7, 7]);
    const found = { a: exports.a, b: own, memory: exports.memory, _dlsym_js: lookUp };
    expect(seen).toEqual([[1, 2], found, [3], found]);
  });

  it('are what they were where nobody instantiates', () => {
    const module: Instantiating = {};
    showExports(module, []);
    expect(module).toEqual({});
  });
});
