/** Where Python comes from in Node: Pyodide from npm, the Python half from this folder, and a snapshot of both started. */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { loadPyodide, version as pyodideVersion } from 'pyodide';
import { calledFunctions } from './exports.ts';
import { cachedFile } from './node-cache.ts';
import { pack } from './packed-memory.ts';
import { type PythonHalf, type PythonSource, loadPython } from './snapshot.ts';
import { OWN_CALLS } from './wasm-module.ts';

const PYTHON_FOLDER = fileURLToPath(new URL('./python/', import.meta.url));
export const PYODIDE_FOLDER = `${dirname(fileURLToPath(import.meta.resolve('pyodide')))}/`;

/** Pyodide's own code, which is JavaScript without types. */
export const { default: createPyodideModule } = (await import(pathToFileURL(join(PYODIDE_FOLDER, 'pyodide.asm.mjs')).href)) as {
  default: PythonSource['createPyodideModule'];
};

/** The runtime's Python files, by path below the runtime's folder. */
export function readPythonHalf(): PythonHalf {
  const paths = readdirSync(PYTHON_FOLDER, { recursive: true, encoding: 'utf8' });
  return Object.fromEntries(
    paths.filter((path) => path.endsWith('.py')).map((path) => [path.replaceAll('\\', '/'), readFileSync(join(PYTHON_FOLDER, path), 'utf8')]),
  );
}

/** Pyodide's list of packages without any: a module that is not there is not there, as natively. */
export function withoutPackages(): string {
  const { info } = JSON.parse(readFileSync(join(PYODIDE_FOLDER, 'pyodide-lock.json'), 'utf8')) as { info: object };
  return JSON.stringify({ info, packages: {} });
}

/** The functions of Python's module that anybody calls: Pyodide's scripts, or ours. */
export async function functionsCalled(): Promise<readonly string[]> {
  const file = await cachedFile('called', [pyodideVersion], async () => {
    const scripts = ['pyodide.asm.mjs', 'pyodide.mjs'].map((name) => readFileSync(join(PYODIDE_FOLDER, name), 'utf8'));
    const module = await WebAssembly.compile(readFileSync(join(PYODIDE_FOLDER, 'pyodide.asm.wasm')));
    const functions = WebAssembly.Module.exports(module).filter(({ kind }) => kind === 'function');
    return Buffer.from(JSON.stringify(calledFunctions(scripts, functions.map(({ name }) => name))));
  });
  return [...(JSON.parse(readFileSync(file, 'utf8')) as string[]), ...OWN_CALLS];
}

export async function pythonSource(): Promise<PythonSource> {
  const called = await functionsCalled();
  return { loadPyodide, createPyodideModule, indexURL: PYODIDE_FOLDER, python: readPythonHalf(), packages: withoutPackages(), called };
}

/**
 * The file that holds an interpreter ready to run, made when there is none for this Pyodide and this Python half.
 * Starting from it takes a fraction of the time.
 */
export function snapshotFile(source: PythonSource): Promise<string> {
  return cachedFile('packed-snapshot', [pyodideVersion, JSON.stringify([source.python, source.packages, source.called])], async () => {
    let snapshot: Uint8Array = new Uint8Array();
    await loadPython({ ...source, onSnapshot: (made) => (snapshot = made) });
    return new Uint8Array(pack(snapshot));
  });
}
