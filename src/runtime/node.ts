/** Runs programs in Node, each in a worker thread of its own: for `npm run py`, the recorder and the checks. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { loadPyodide, version as pyodideVersion } from 'pyodide';
import type { EventLog, RunEvent } from '../log/events.ts';
import type { Task } from './interpreter.ts';
import type { Command, Report } from './protocol.ts';
import { type PythonHalf, makeSnapshot } from './snapshot.ts';

export interface NodeWorkerData {
  readonly indexURL: string;
  readonly python: PythonHalf;
  readonly snapshotFile: string;
}

const PYTHON_FOLDER = fileURLToPath(new URL('./python/', import.meta.url));
const CACHE_FOLDER = fileURLToPath(new URL('../../node_modules/.cache/asyncio-live/', import.meta.url));
const PYODIDE_FOLDER = `${dirname(fileURLToPath(import.meta.resolve('pyodide')))}/`;

/** The runtime's Python files, by path below the runtime's folder. */
export function readPythonHalf(): PythonHalf {
  const paths = readdirSync(PYTHON_FOLDER, { recursive: true, encoding: 'utf8' });
  return Object.fromEntries(
    paths.filter((path) => path.endsWith('.py')).map((path) => [path.replaceAll('\\', '/'), readFileSync(join(PYTHON_FOLDER, path), 'utf8')]),
  );
}

/**
 * The file that holds an interpreter ready to run, made when there is none for this Pyodide and this Python half.
 * Starting from it takes a fraction of the time.
 */
async function snapshotFile(python: PythonHalf): Promise<string> {
  const identity = createHash('sha256').update(pyodideVersion).update(JSON.stringify(python)).digest('hex').slice(0, 16);
  const file = join(CACHE_FOLDER, `python-${identity}.snapshot`);
  if (existsSync(file)) return file;
  const snapshot = await makeSnapshot({ loadPyodide, indexURL: PYODIDE_FOLDER, python });
  mkdirSync(CACHE_FOLDER, { recursive: true });
  // Several processes may do this at once: the name appears only when the file is whole.
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, snapshot);
  renameSync(unfinished, file);
  return file;
}

/**
 * An interpreter that starts in the background, for one run.
 * @throws (rejects) if the interpreter cannot start or dies.
 */
export class NodeRun {
  readonly #worker: Worker;
  readonly #ready: Promise<void>;

  /** Starts an interpreter; it is not waited for until `run`. */
  static async start(): Promise<NodeRun> {
    const python = readPythonHalf();
    return new NodeRun({ indexURL: PYODIDE_FOLDER, python, snapshotFile: await snapshotFile(python) });
  }

  private constructor(data: NodeWorkerData) {
    this.#worker = new Worker(new URL('./node-worker.ts', import.meta.url), { workerData: data });
    this.#ready = new Promise((resolve, reject) => {
      this.#worker.on('message', (report: Report) => {
        if (report.type === 'ready') resolve();
      });
      this.#worker.once('error', reject);
      this.#worker.once('exit', () => reject(new Error('the interpreter went away')));
    });
    // Whoever awaits `run` hears of it; an interpreter that is never used may fail in silence.
    this.#ready.catch(() => {});
  }

  /** Runs the program and gives each event as it happens. Resolves with the whole log. */
  async run(task: Task, onEvent: (event: RunEvent) => void = () => {}): Promise<EventLog> {
    await this.#ready;
    const log: RunEvent[] = [];
    try {
      return await new Promise<EventLog>((resolve, reject) => {
        this.#worker.on('message', (report: Report) => {
          if (report.type !== 'events') return;
          for (const event of report.events) {
            log.push(event);
            onEvent(event);
          }
          if (log.at(-1)?.kind === 'end') resolve(log);
        });
        this.#worker.once('error', reject);
        this.#worker.once('exit', () => reject(new Error('the interpreter went away in mid-run')));
        const command: Command = { type: 'run', run: 1, task };
        this.#worker.postMessage(command);
      });
    } finally {
      await this.stop();
    }
  }

  /** Ends the interpreter, whatever it does. */
  async stop(): Promise<void> {
    await this.#worker.terminate();
  }
}
