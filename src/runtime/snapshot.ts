/**
 * An interpreter with the Python half in place, and its memory as a snapshot that others start from. Worker side.
 *
 * Snapshots are a private interface of Pyodide (`_makeSnapshot`, `makeMemorySnapshot`, `_loadSnapshot`): its version is
 * pinned, and what cannot be loaded is started from nothing. They hold memory only, no files, so everything that a run
 * needs of the Python half is imported before.
 */
import type { PyodideAPI, loadPyodide as LoadPyodide } from 'pyodide';
import type { PackedMemory } from './packed-memory.ts';

/** The runtime's Python files by path below the runtime's folder, e.g. `_live/trace.py`. */
export type PythonHalf = Readonly<Record<string, string>>;

export interface PythonSource {
  readonly loadPyodide: typeof LoadPyodide;
  readonly indexURL: string;
  readonly python: PythonHalf;
  /** Pyodide's list of packages, as JSON (`pyodide-lock.json`). */
  readonly packages: string;
  /** The memory of an interpreter that is ready to run. Without one, or where it is of no use, it is started from nothing. */
  readonly snapshot?: PackedMemory | undefined;
  /** Called with the memory of an interpreter that was started from nothing, before it is used; about 30 MB. */
  readonly onSnapshot?: (snapshot: Uint8Array) => void;
  /** What `pyodide.asm.mjs` exports. */
  readonly createPyodideModule: NonNullable<Config['createPyodideModule']>;
  readonly fsInit?: Config['fsInit'];
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
      return await loadFrom(source.snapshot, source);
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

/** The parts of Emscripten's module object that are used here: it is the object that `createPyodideModule` is given. */
interface EmscriptenModule {
  readonly HEAPU8: Uint8Array;
}

/**
 * A snapshot as Pyodide wants it: its memory behind a head that says where the memory begins. Pyodide reads the head, asks
 * for the memory (`subarray` from there to the end) and copies it into its own. Here it is written there when it is asked
 * for, page by page, and there is nothing left to copy: the 30 MB never exist a second time, and pages of zeros not even once.
 */
class SnapshotView extends Uint8Array {
  /** Writes the memory to where it belongs. */
  restore: (from: number) => void = () => {};

  override subarray(begin: number, end?: number): Uint8Array<ArrayBuffer> {
    if (end !== undefined) return new Uint8Array(this.buffer as ArrayBuffer, begin, end - begin);
    this.restore(begin);
    return new Uint8Array();
  }
}

/** Of a snapshot's head, in 32-bit words: where it says at which byte the memory begins. */
const MEMORY_FROM = 1;

async function loadFrom(packed: PackedMemory, source: PythonSource): Promise<PyodideAPI> {
  // Let go of when it has been written: Pyodide holds on to what it is configured with.
  let memory: PackedMemory | null = packed;
  const view = new SnapshotView(packed.length);
  const start = new Uint32Array(MEMORY_FROM + 1);
  packed.writeTo(new Uint8Array(start.buffer));
  packed.writeTo(new Uint8Array(view.buffer, 0, start[MEMORY_FROM]));
  return load(source, {
    _loadSnapshot: view,
    createPyodideModule: (module) => {
      view.restore = (from) => {
        memory?.writeTo((module as unknown as EmscriptenModule).HEAPU8, from);
        memory = null;
      };
      return source.createPyodideModule(module);
    },
  });
}

function load(source: PythonSource, config: SnapshotConfig): Promise<PyodideAPI> {
  const whole: SnapshotConfig = {
    indexURL: source.indexURL,
    env: ENVIRONMENT,
    lockFileContents: source.packages,
    createPyodideModule: source.createPyodideModule,
    ...(source.fsInit === undefined ? {} : { fsInit: source.fsInit }),
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
