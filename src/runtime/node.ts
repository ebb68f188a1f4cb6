/**
 * Runs programs in Node: for `npm run py`, the recorder and the checks. Each has an interpreter of its own; the worker
 * threads they live in are used again, since most of a start is what a thread does once.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { EventLog, RunEvent } from '../log/events.ts';
import { PYODIDE_FOLDER, pythonSource, snapshotFile } from './node-python.ts';
import type { Command, Report } from './protocol.ts';
import type { PythonHalf } from './snapshot.ts';
import type { Task } from './task.ts';

export interface NodeWorkerData {
  readonly indexURL: string;
  readonly python: PythonHalf;
  readonly packages: string;
  readonly called: readonly string[];
  readonly snapshotFile: string;
  /** Pyodide's code, and how many bytes it was compiled from. */
  readonly module: WebAssembly.Module;
  readonly codeBytes: number;
}

/** What an interpreter leaves behind in its thread is little, but not nothing. */
const RUNS_OF_A_THREAD = 40;

interface Thread {
  readonly worker: Worker;
  runs: number;
}

/** Threads whose last program has ended. They do not keep the process alive. */
const idle: Thread[] = [];
let workerData: Promise<NodeWorkerData> | undefined;

/**
 * An interpreter for one run.
 * @throws (rejects) if the interpreter cannot start or dies.
 */
export class NodeRun {
  readonly #thread: Thread;
  /** Its thread waits for another run, or has got one. */
  #givenBack = false;

  /** Starts an interpreter; it is not waited for until `run`. */
  static async start(): Promise<NodeRun> {
    workerData ??= makeWorkerData();
    const data = await workerData;
    return new NodeRun(idle.pop() ?? { worker: new Worker(new URL('./node-worker.ts', import.meta.url), { workerData: data }), runs: 0 });
  }

  private constructor(thread: Thread) {
    this.#thread = thread;
    thread.runs += 1;
    thread.worker.ref();
  }

  /** Runs the program and gives each event as it happens. Resolves with the whole log. */
  async run(task: Task, onEvent: (event: RunEvent) => void = () => {}): Promise<EventLog> {
    const { worker } = this.#thread;
    const log: RunEvent[] = [];
    try {
      await new Promise<void>((resolve, reject) => {
        worker.on('message', (report: Report) => {
          if (report.type !== 'events') return;
          for (const event of report.events) {
            log.push(event);
            onEvent(event);
          }
          if (log.at(-1)?.kind === 'end') resolve();
        });
        worker.once('error', reject);
        worker.once('exit', () => reject(new Error('the interpreter went away in mid-run')));
        const command: Command = { type: 'run', run: 1, task };
        worker.postMessage(command);
      });
    } catch (error) {
      await this.stop();
      throw error;
    }
    for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
    const end = log.at(-1);
    if (end?.kind === 'end' && end.reason === 'finished' && this.#thread.runs < RUNS_OF_A_THREAD) {
      worker.unref();
      this.#givenBack = true;
      idle.push(this.#thread);
    } else {
      await this.stop();
    }
    return log;
  }

  /** Ends the interpreter, whatever it does. After a run that has finished there is none: its thread may be another run's by now. */
  async stop(): Promise<void> {
    if (this.#givenBack) return;
    await this.#thread.worker.terminate();
  }
}

async function makeWorkerData(): Promise<NodeWorkerData> {
  const source = await pythonSource();
  const { indexURL, python, packages, called } = source;
  const code = readFileSync(join(PYODIDE_FOLDER, 'pyodide.asm.wasm'));
  const module = await WebAssembly.compile(code);
  return { indexURL, python, packages, called, snapshotFile: await snapshotFile(source), module, codeBytes: code.length };
}
