/**
 * An interpreter with the Python half in place, and its memory as a snapshot that others start from. Worker side.
 *
 * Snapshots are a private interface of Pyodide (`_makeSnapshot`, `makeMemorySnapshot`, `_loadSnapshot`): its version is
 * pinned, and what cannot be loaded is started from nothing. They hold memory only, no files, so everything that a run
 * needs of the Python half is imported before.
 */
import type { PyodideAPI, loadPyodide as LoadPyodide } from 'pyodide';
import { type Instantiating, showExports } from './exports.ts';
import type { PackedMemory } from './packed-memory.ts';
import type { WasmModule } from './wasm-module.ts';

/** The runtime's Python files by path below the runtime's folder, e.g. `_live/trace.py`. */
export type PythonHalf = Readonly<Record<string, string>>;

/** Memory whose length is known before it has been read: a start waits for it only where it is written. */
export interface Snapshot {
  /** In bytes. */
  readonly length: number;
  /** Rejects where it is damaged. */
  readonly memory: Promise<PackedMemory>;
}

export interface PythonSource {
  readonly loadPyodide: typeof LoadPyodide;
  readonly indexURL: string;
  readonly python: PythonHalf;
  /** Pyodide's list of packages, as JSON (`pyodide-lock.json`). */
  readonly packages: string;
  /** The memory of an interpreter that is ready to run. Without one, or where it is of no use, it is started from nothing. */
  readonly snapshot?: Snapshot | undefined;
  /** Called with the memory of an interpreter that was started from nothing, before it is used; about 30 MB. */
  readonly onSnapshot?: (snapshot: Uint8Array) => void;
  /** What `pyodide.asm.mjs` exports. */
  readonly createPyodideModule: NonNullable<Config['createPyodideModule']>;
  /** The module's functions that anybody calls (exports.ts). */
  readonly called: readonly string[];
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

/**
 * A snapshot as Pyodide wants it: its memory behind a head that says where the memory begins. Pyodide reads the length, then
 * the head, asks for the memory (`subarray` from there to the end) and copies it into its own. Here it is written there when
 * it is asked for, page by page, and there is nothing left to copy: the 30 MB never exist a second time.
 */
class SnapshotView extends Uint8Array<ArrayBuffer> {
  readonly #length: number;
  #memory: PackedMemory | null = null;
  #target = new Uint8Array();
  #head = new Uint8Array();

  /** @param length of head and memory, in bytes: as much memory as Pyodide asks for. */
  constructor(length: number) {
    super(new ArrayBuffer(0));
    this.#length = length;
  }

  /** From now on head and memory can be asked for; `target` is Pyodide's memory. */
  open(memory: PackedMemory, target: Uint8Array<ArrayBuffer>): void {
    const start = new Uint32Array(MEMORY_FROM + 1);
    memory.writeTo(new Uint8Array(start.buffer));
    this.#head = new Uint8Array(start[MEMORY_FROM] ?? 0);
    memory.writeTo(this.#head);
    this.#memory = memory;
    this.#target = target;
  }

  override get length(): number {
    return this.#length;
  }

  override get buffer(): ArrayBuffer {
    return this.#head.buffer;
  }

  override get byteLength(): number {
    return this.#head.length;
  }

  override subarray(begin: number, end?: number): Uint8Array<ArrayBuffer> {
    if (end !== undefined) return this.#head.subarray(begin, end);
    this.#memory?.writeTo(this.#target, begin);
    return new Uint8Array();
  }
}

/** Of a snapshot's head, in 32-bit words: where it says at which byte the memory begins. */
const MEMORY_FROM = 1;

function loadFrom({ length, memory }: Snapshot, source: PythonSource): Promise<PyodideAPI> {
  const view = new SnapshotView(length);
  const { promise: damaged, reject } = Promise.withResolvers<never>();
  let emscripten: unknown;
  const late: Partial<PythonSource> = {
    createPyodideModule: (module) => {
      emscripten = module;
      return source.createPyodideModule(module);
    },
    // The last thing that Pyodide waits for before it asks for the memory.
    fsInit: async (...args) => {
      await source.fsInit?.(...args);
      try {
        view.open(await memory, (emscripten as WasmModule).HEAPU8);
      } catch (error) {
        reject(error);
        // Pyodide must not go on.
        await new Promise(() => {});
      }
    },
  };
  return Promise.race([load({ ...source, ...late }, { _loadSnapshot: view }), damaged]);
}

function load(source: PythonSource, config: SnapshotConfig): Promise<PyodideAPI> {
  const whole: SnapshotConfig = {
    indexURL: source.indexURL,
    env: ENVIRONMENT,
    lockFileContents: source.packages,
    createPyodideModule: (module) => {
      showExports(module as Instantiating, source.called);
      return source.createPyodideModule(module);
    },
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
