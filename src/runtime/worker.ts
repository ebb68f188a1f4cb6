/// <reference lib="webworker" />
/** One run in a browser's worker. See protocol.ts for what it says and hears. */
import type { loadPyodide as LoadPyodide } from 'pyodide';
import { EventBatch } from './batch.ts';
import { type Interpreter, startInterpreter } from './interpreter.ts';
import { isolate } from './isolation.ts';
import { KeptSnapshot } from './kept-snapshot.ts';
import type { Command, Report, RunId } from './protocol.ts';
import { type PythonFiles, answerPyodide, emptyLibrary, fetchLibrary, fetchWasm, libraryOnDemand } from './python-files.ts';
import type { Config } from './snapshot.ts';
import { zoneNames } from './zone.ts';

declare const self: DedicatedWorkerGlobalScope;

/** `./python/_live/clock.py` → its text. The build puts them into this worker's script. */
const sources = import.meta.glob<string>('./python/**/*.py', { query: '?raw', import: 'default', eager: true });
const python = Object.fromEntries(Object.entries(sources).map(([path, text]) => [path.slice('./python/'.length), text]));

// Taken before the scope is emptied (isolation.ts), and out of a program's reach.
const post = self.postMessage.bind(self);
const realMs = performance.now.bind(performance);
let interpreter: Promise<Interpreter> | undefined;
let batch: EventBatch | undefined;
let answer: ((line: string | null) => void) | undefined;

self.addEventListener('message', (message: MessageEvent<Command>) => {
  const command = message.data;
  switch (command.type) {
    case 'start':
      interpreter = start(command.files, command.module);
      interpreter.then(
        () => report({ type: 'ready' }),
        // What the browser does not give: memory.
        (error: unknown) => report({ type: 'failed', reason: error instanceof RangeError ? 'worker' : 'load', detail: describe(error) }),
      );
      break;
    case 'run':
      void run(command.run, command.task);
      break;
    case 'input':
      answer?.(command.line);
      break;
  }
});

async function start(files: PythonFiles, compiled: WebAssembly.Module | null): Promise<Interpreter> {
  let loadedBytes = 0;
  let totalBytes = 0;
  /** @param bytes what will be fetched. */
  const counting = (bytes: number) => {
    totalBytes += bytes;
    return (arrived: number): void => {
      loadedBytes += arrived;
      report({ type: 'loading', loadedBytes, totalBytes });
    };
  };
  const library = (): Promise<Uint8Array<ArrayBuffer>> => fetchLibrary(files, counting(files.library.start.bytes));
  const kept = new KeptSnapshot(files.folder, [files, python, navigator.userAgent]);
  const module = compiled === null ? fetchWasm(files, counting(files.wasm.bytes)) : Promise.resolve(compiled);
  const snapshot = kept.find();
  const early = snapshot.then((found) => (found === undefined ? library() : null));
  let archive = emptyLibrary(files.library);
  let starts = 0;
  const refused = answerPyodide(module, async () => {
    starts += 1;
    // From a snapshot nothing of it is read; and if that start fails, the next begins from nothing.
    archive = (await early) ?? (starts === 1 ? archive : await library());
  });
  const scripts = Promise.all([
    import(/* @vite-ignore */ `${files.folder}pyodide.mjs.js`) as Promise<{ loadPyodide: typeof LoadPyodide }>,
    import(/* @vite-ignore */ `${files.folder}pyodide.asm.mjs.js`) as Promise<{ default: NonNullable<Config['createPyodideModule']> }>,
  ]);
  if (compiled === null) module.then((made) => report({ type: 'compiled', module: made }), () => {});
  // While the browser fetches and compiles.
  const zone = zoneNames();
  const [{ loadPyodide }, { default: createPyodideModule }] = await Promise.race([scripts, refused]);
  let handedOver = Promise.resolve();
  const starting = startInterpreter({
    loadPyodide,
    indexURL: files.folder,
    python,
    packages: files.packages,
    called: files.called,
    snapshot: await snapshot,
    onSnapshot: (made) => {
      report({ type: 'keeping' });
      handedOver = kept.save(made, () => report({ type: 'kept' }));
    },
    createPyodideModule,
    fsInit: libraryOnDemand(files, () => archive, () => report({ type: 'library-missing' })),
    zone,
    onEvent: (event) => batch?.add(event),
    readInput: () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  });
  const interpreter = await Promise.race([starting, refused]);
  // Nothing of it is needed any more, but Pyodide holds on to what it is configured with.
  (await snapshot)?.memory.then((memory) => memory.free(), () => {});
  // A program that runs meanwhile could change what is kept for those after it.
  await handedOver;
  isolate();
  return interpreter;
}

async function run(id: RunId, task: Extract<Command, { type: 'run' }>['task']): Promise<void> {
  batch = new EventBatch((events) => report({ type: 'events', run: id, events }), realMs);
  try {
    await (await interpreter)?.run(task);
  } catch (error) {
    report({ type: 'failed', reason: 'crash', detail: describe(error) });
  }
}

function report(message: Report): void {
  post(message);
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
