/** One run in a worker thread of Node: the interpreter with files from the disk and the process's standard input. */
import { readFileSync, readSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { loadPyodide } from 'pyodide';
import { EventBatch } from './batch.ts';
import { startInterpreter } from './interpreter.ts';
import type { NodeWorkerData } from './node.ts';
import type { Command, Report } from './protocol.ts';

const port = parentPort;
if (port === null) throw new Error('node-worker.ts runs in a worker thread; use runInNode of node.ts');

const { indexURL, python, snapshotFile } = workerData as NodeWorkerData;
const realMs = performance.now.bind(performance);
const report = (message: Report): void => port.postMessage(message);

let batch: EventBatch | undefined;
const interpreter = await startInterpreter({
  loadPyodide,
  indexURL,
  python,
  snapshot: readFileSync(snapshotFile),
  onEvent: (event) => batch?.add(event),
  readInput: () => Promise.resolve(readLine()),
});
port.on('message', (command: Command) => {
  if (command.type !== 'run') return;
  batch = new EventBatch((events) => report({ type: 'events', run: command.run, events }), realMs);
  void interpreter.run(command.task);
});
report({ type: 'ready' });

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
