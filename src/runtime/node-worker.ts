/** Runs in a worker thread of Node, one after another, each in a new interpreter. Files are the disk's, input is the process's. */
import { readFileSync, readSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { loadPyodide } from 'pyodide';
import { EventBatch } from './batch.ts';
import { type Interpreter, startInterpreter } from './interpreter.ts';
import type { NodeWorkerData } from './node.ts';
import { createPyodideModule } from './node-python.ts';
import { PackedMemory } from './packed-memory.ts';
import type { Command, Report } from './protocol.ts';
import { zoneNames } from './zone.ts';

const port = parentPort;
if (port === null) throw new Error('node-worker.ts runs in a worker thread; use NodeRun of node.ts');

const { indexURL, python, packages, called, snapshotFile, module, codeBytes } = workerData as NodeWorkerData;
// In a buffer of its own.
const memory = new PackedMemory(new Uint8Array(readFileSync(snapshotFile)).buffer);
const zone = zoneNames();
const realMs = performance.now.bind(performance);
const report = (message: Report): void => port.postMessage(message);

// Pyodide reads and compiles its code anew for each interpreter; here all threads share what was compiled once.
const instantiate = WebAssembly.instantiate.bind(WebAssembly) as (source: unknown, imports?: WebAssembly.Imports) => Promise<unknown>;
WebAssembly.instantiate = (async (source: unknown, imports?: WebAssembly.Imports) =>
  source instanceof Uint8Array && source.length === codeBytes
    ? { module, instance: await WebAssembly.instantiate(module, imports) }
    : instantiate(source, imports)) as typeof WebAssembly.instantiate;

let batch: EventBatch | undefined;
let interpreter = start();

port.on('message', (command: Command) => {
  if (command.type === 'run') void run(command);
});

function start(): Promise<Interpreter> {
  return startInterpreter({
    loadPyodide,
    createPyodideModule,
    indexURL,
    python,
    packages,
    called,
    snapshot: { length: memory.length, memory: Promise.resolve(memory) },
    zone,
    onEvent: (event) => batch?.add(event),
    readInput: () => Promise.resolve(readLine()),
  });
}

async function run({ run: id, task }: Extract<Command, { type: 'run' }>): Promise<void> {
  const { run } = await interpreter;
  batch = new EventBatch((events) => report({ type: 'events', run: id, events }), realMs);
  await run(task);
  interpreter = start();
}

/** A line from the process's standard input, its newline included; null at the end. One byte at a time, to take no more than the line. */
function readLine(): string | null {
  const bytes: number[] = [];
  const one = new Uint8Array(1);
  const newline = 10;
  while (bytes.at(-1) !== newline && readByte(one)) bytes.push(one[0] ?? 0);
  return bytes.length === 0 ? null : new TextDecoder().decode(Uint8Array.from(bytes));
}

function readByte(into: Uint8Array): boolean {
  for (;;) {
    try {
      return readSync(0, into, 0, 1, null) === 1;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'EOF') return false;
      // A terminal or pipe that has nothing yet, where the other end made it non-blocking.
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}
