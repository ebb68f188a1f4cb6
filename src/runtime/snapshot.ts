/**
 * An interpreter with the Python half in place, and its memory as a snapshot that others start from. Worker side.
 *
 * Snapshots are a private interface of Pyodide (`_makeSnapshot`, `makeMemorySnapshot`, `_loadSnapshot`): its version is
 * pinned, and what cannot be loaded is started from nothing. They hold memory only, no files, so everything that a run
 * needs of the Python half is imported before.
 */
import type { PyodideAPI, loadPyodide as LoadPyodide } from 'pyodide';

/** The runtime's Python files by path below the runtime's folder, e.g. `_live/trace.py`. */
export type PythonHalf = Readonly<Record<string, string>>;

export interface PythonSource {
  readonly loadPyodide: typeof LoadPyodide;
  readonly indexURL: string;
  readonly python: PythonHalf;
  /** Pyodide's list of packages, as JSON (`pyodide-lock.json`). */
  readonly packages: string;
  /** The memory of an interpreter that is ready to run. Without one, or where it is of no use, it is started from nothing. */
  readonly snapshot?: Uint8Array | undefined;
  /** Called with the memory of an interpreter that was started from nothing, before it is used; about 30 MB. */
  readonly onSnapshot?: (snapshot: Uint8Array) => void;
  /** `createPyodideModule` is what `pyodide.asm.mjs` exports, where it has been loaded already. */
  readonly config?: Pick<Config, 'createPyodideModule' | 'fsInit'>;
}

/** Where the Python half lives in the interpreter's file system; tracebacks leave out frames from below it. */
const RUNTIME_FOLDER = '/live';

/** The hash seed is fixed, as a snapshot fixes it anyway: a program that prints a set prints the same everywhere. */
const ENVIRONMENT = { HOME: '/home/reader', PYTHONUTF8: '1', PYTHONHASHSEED: '0' };

export type Config = NonNullable<Parameters<typeof LoadPyodide>[0]>;

interface SnapshotConfig extends Config {
  readonly _makeSnapshot?: boolean;
  readonly _loadSnapshot?: Uint8Array;
}

interface SnapshotMaker extends PyodideAPI {
  makeMemorySnapshot(): Uint8Array;
}

/** An interpreter that is ready for a program, from the snapshot where there is a usable one. */
export async function loadPython(source: PythonSource): Promise<PyodideAPI> {
  if (source.snapshot !== undefined) {
    try {
      return await load(source, { _loadSnapshot: source.snapshot });
    } catch (error) {
      console.warn('The snapshot could not be loaded; Python starts from nothing instead.', error);
    }
  }
  const { onSnapshot } = source;
  const pyodide = await load(source, onSnapshot === undefined ? {} : { _makeSnapshot: true });
  install(pyodide, source.python);
  if (onSnapshot !== undefined) {
    pyodide.runPython('import gc; gc.collect()');
    // The method is there when `_makeSnapshot` was asked for; its type is not public.
    onSnapshot((pyodide as SnapshotMaker).makeMemorySnapshot());
  }
  return pyodide;
}

function load(source: PythonSource, config: SnapshotConfig): Promise<PyodideAPI> {
  const whole: SnapshotConfig = {
    indexURL: source.indexURL,
    env: ENVIRONMENT,
    lockFileContents: source.packages,
    ...source.config,
    ...config,
  };
  return source.loadPyodide(whole);
}

function install(pyodide: PyodideAPI, python: PythonHalf): void {
  for (const [path, text] of Object.entries(python)) {
    const target = `${RUNTIME_FOLDER}/${path}`;
    pyodide.FS.mkdirTree(target.slice(0, target.lastIndexOf('/')));
    pyodide.FS.writeFile(target, text);
  }
  pyodide.runPython(
    `import sys\nsys.path.insert(0, ${JSON.stringify(RUNTIME_FOLDER)})\nimport _live.program\n_live.program.install()`,
  );
}
