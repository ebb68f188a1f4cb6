/**
 * Takes from a worker's global scope all that Python has no need of, so that a program, which is a stranger's as likely as
 * not, has nothing there to reach the network, the page's storage or the page itself. Worker side, browsers only.
 *
 * It is a list of what stays, not of what goes: what browsers add later is gone too. Whoever finds JavaScript from within
 * Python (any object's `constructor` leads to it, and `ctypes` to all of memory) finds this scope. The rest is the page's
 * Content-Security-Policy, which the worker inherits (worker-script.ts): no code from text, none from another origin.
 */

/** The language itself, https://tc39.es/ecma262/#sec-global-object and its newest proposals. It has no way out. */
const LANGUAGE = [
  'globalThis', 'Infinity', 'NaN', 'undefined', 'isFinite', 'isNaN', 'parseFloat', 'parseInt',
  'decodeURI', 'decodeURIComponent', 'encodeURI', 'encodeURIComponent', 'escape', 'unescape',
  'Object', 'Function', 'Boolean', 'Symbol', 'Number', 'BigInt', 'Math', 'Date', 'Temporal', 'String', 'RegExp', 'Intl',
  'Error', 'AggregateError', 'EvalError', 'RangeError', 'ReferenceError', 'SuppressedError', 'SyntaxError', 'TypeError', 'URIError',
  'InternalError', 'Array', 'Map', 'Set', 'WeakMap', 'WeakSet', 'WeakRef', 'FinalizationRegistry', 'Iterator', 'Promise', 'Proxy', 'Reflect',
  'ArrayBuffer', 'SharedArrayBuffer', 'DataView', 'Atomics', 'JSON', 'Float16Array', 'Float32Array', 'Float64Array',
  'Int8Array', 'Int16Array', 'Int32Array', 'BigInt64Array', 'Uint8Array', 'Uint8ClampedArray', 'Uint16Array', 'Uint32Array', 'BigUint64Array',
  'DisposableStack', 'AsyncDisposableStack', 'WebAssembly',
] as const;

/** Of the browser, what Pyodide and this runtime use while a program runs. None of it leaves the worker. */
const NEEDED = [
  'self', 'performance', 'crypto', 'console', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'queueMicrotask',
  'TextDecoder', 'TextEncoder', 'AbortController', 'AbortSignal', 'DOMException', 'MessageChannel',
] as const;

const KEPT: ReadonlySet<PropertyKey> = new Set<PropertyKey>([...LANGUAGE, ...NEEDED, Symbol.toStringTag]);

/**
 * Once, when Python is ready and before a program runs. Whoever still needs something of the scope has taken it before.
 * @throws if something cannot be taken away: no program may run then.
 */
export function isolate(scope: object = globalThis): void {
  // The scope's own properties, and those that it has from its prototypes: there, `fetch` could be had back by `delete`.
  for (let owner: object | null = scope; owner !== null && owner !== Object.prototype; owner = Object.getPrototypeOf(owner) as object | null) {
    for (const key of Reflect.ownKeys(owner)) {
      if (!KEPT.has(key) && !remove(owner, key)) throw new Error(`This browser does not let go of ${String(key)}, so no program is run in it.`);
    }
  }
}

function remove(owner: object, key: PropertyKey): boolean {
  if (Reflect.deleteProperty(owner, key)) return true;
  const { value } = Reflect.getOwnPropertyDescriptor(owner, key) ?? {};
  // A constant of Web IDL (`TEMPORARY`): nobody can be reached with a number.
  return typeof value === 'number';
}
