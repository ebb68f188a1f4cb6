/**
 * Spares Pyodide's JavaScript most of what Python's module exports. At each start it enters every export, of which there
 * are 8500, in several tables, for the sake of extension modules that might be loaded later. It calls 300 of them, and there
 * are no extension modules here. What somebody asks for by name all the same (`ctypes.pythonapi`) is found.
 */

/** The parts of Emscripten's module object that are used here: it is the object that `createPyodideModule` is given. */
export interface Instantiating {
  instantiateWasm?: (imports: WebAssembly.Imports, done: Done) => unknown;
}

type Done = (instance: WebAssembly.Instance, module: WebAssembly.Module) => void;

type Symbols = Record<string, WebAssembly.ImportValue>;

/**
 * Lets the JavaScript that is about to create the module see the functions in `called`, and all that is no function.
 * A snapshot is of use only to those that see the same: addresses of functions are handed out in the order of the tables.
 */
export function showExports(module: Instantiating, called: readonly string[]): void {
  const instantiate = module.instantiateWasm;
  if (instantiate === undefined) return;
  module.instantiateWasm = (imports, done) => {
    const symbols = imports['env'] as Symbols;
    let exports: Symbols = {};
    beforeLookups(symbols, () => Object.assign(symbols, { ...exports, ...symbols }));
    return instantiate(imports, (instance, compiled) => {
      exports = instance.exports as Symbols;
      const shown = Object.entries(exports).filter(([, value]) => typeof value !== 'function');
      for (const name of called) if (name in exports) shown.push([name, exports[name] as WebAssembly.ImportValue]);
      done({ exports: Object.fromEntries(shown) as WebAssembly.Exports }, compiled);
    });
  };
}

/** Calls `fill` before C code looks up its first symbol by name. */
function beforeLookups(symbols: Symbols, fill: () => void): void {
  const lookUp = symbols['_dlsym_js'];
  if (typeof lookUp !== 'function') return;
  let filled = false;
  symbols['_dlsym_js'] = (...args: unknown[]): unknown => {
    if (!filled) fill();
    filled = true;
    return lookUp(...args);
  };
}

/**
 * Which exported functions the scripts call. A script that calls none of them by name still names each: in its declaration
 * (`_PyErr_Print`) and where it is handed out (`_PyErr_Print = Module["_PyErr_Print"] = wasmExports["PyErr_Print"]`).
 * @param scripts the text of all that has the module's exports in its hands.
 * @param functions the names of the functions that the module exports.
 */
export function calledFunctions(scripts: readonly string[], functions: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const script of scripts) {
    for (const [word] of script.matchAll(/[\w$]+/g)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const times = (word: string): number => counts.get(word) ?? 0;
  return functions.filter((name) => {
    const [handed, named] = [times(`_${name}`), times(name)];
    return !(handed === 3 && named === 1) && handed + named > 0;
  });
}
