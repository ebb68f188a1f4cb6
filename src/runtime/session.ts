/**
 * Runs programs in the page: each in a worker and an interpreter of its own, so that every run starts clean and Stop
 * needs nobody's consent. A spare interpreter starts in the background when the reader shows intent and after each run.
 */
import { pythonBytes, pythonUrl } from 'virtual:python-assets';
import type { RunEvent } from '../log/events.ts';
import type { Task } from './interpreter.ts';
import type { Command, Report } from './protocol.ts';
import { DEFAULT_LIMITS, type Program, type Run, type RunFailure, type RunOptions, type RunReport, type Runtime } from './runtime.ts';

/** Where programs live in the interpreter's file system. */
const HOME = '/home/reader';
/** What a shell says of a process that was interrupted (128 + SIGINT). */
const STOPPED_STATUS = 130;
/** The files whose download is counted: those that `fetch` brings. */
const COUNTED_BYTES = pythonBytes['pyodide.asm.wasm'] + pythonBytes['python_stdlib.zip'];

/** One runtime for a page; its islands share it. */
export function createRuntime(): Runtime {
  let spare: InterpreterWorker | null = null;
  let runs = 0;
  const take = (): InterpreterWorker => {
    const taken = spare !== null && !spare.failed ? spare : new InterpreterWorker();
    spare = null;
    return taken;
  };
  const warm = (): void => {
    if (spare === null || spare.failed) spare = new InterpreterWorker();
  };
  return {
    warm,
    run(program, options, report) {
      runs += 1;
      return startRun(take(), runs, taskOf(program, options), report, warm);
    },
  };
}

function taskOf(program: Program, options: RunOptions): Task {
  return {
    source: new TextEncoder().encode(program.source),
    filename: program.filename,
    argv: [program.filename],
    folder: HOME,
    cwd: HOME,
    mounts: [],
    work: options.work,
    epochMs: Date.now(),
    limits: options.limits ?? DEFAULT_LIMITS,
  };
}

/** A worker that starts an interpreter at once, for one run. Construction never throws: a refusal is a failure like others. */
class InterpreterWorker {
  readonly #worker: Worker | null;
  #listener: (report: Report) => void = () => {};
  #lastLoading: Report | null = null;
  failed: { readonly reason: RunFailure; readonly detail: string } | null = null;
  /** Called when the worker fails, before or after it is ready. */
  onFailure: () => void = () => {};

  constructor() {
    try {
      this.#worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'python' });
    } catch (error) {
      this.#worker = null;
      this.failed = { reason: 'worker', detail: String(error) };
      return;
    }
    let ready = false;
    this.#worker.addEventListener('message', (message: MessageEvent<Report>) => {
      const report = message.data;
      if (report.type === 'loading') this.#lastLoading = report;
      if (report.type === 'ready') ready = true;
      if (report.type === 'failed') this.#fail(ready ? 'crash' : 'load', report.detail);
      this.#listener(report);
    });
    this.#worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.#fail(ready ? 'crash' : 'load', event.message || 'the worker script could not be loaded');
    });
    this.send({ type: 'start', indexURL: new URL(pythonUrl, location.href).href, totalBytes: COUNTED_BYTES });
  }

  #fail(reason: RunFailure, detail: string): void {
    if (this.failed !== null) return;
    this.failed = { reason, detail };
    this.#worker?.terminate();
    this.onFailure();
  }

  send(command: Command): void {
    this.#worker?.postMessage(command);
  }

  /** Hears what the worker reports from now on, and how far loading has come. */
  listen(listener: (report: Report) => void): void {
    this.#listener = listener;
    if (this.#lastLoading !== null) listener(this.#lastLoading);
  }

  terminate(): void {
    this.#listener = () => {};
    this.onFailure = () => {};
    this.#worker?.terminate();
  }
}

function startRun(worker: InterpreterWorker, id: number, task: Task, report: (report: RunReport) => void, afterwards: () => void): Run {
  let last: RunEvent | null = null;
  let over = false;
  const finish = (): void => {
    over = true;
    worker.terminate();
    // After this turn, so that the page shows the end first.
    setTimeout(afterwards);
  };
  const fail = (): void => {
    if (over || worker.failed === null) return;
    const { reason, detail } = worker.failed;
    over = true;
    worker.terminate();
    report({ type: 'failed', reason, detail });
  };
  worker.onFailure = fail;
  // A worker that could not even be made has failed already; the caller has its Run in hand before it hears of it.
  if (worker.failed !== null) queueMicrotask(fail);

  worker.listen((message) => {
    if (over) return;
    switch (message.type) {
      case 'loading':
        report(message);
        break;
      case 'events': {
        if (message.run !== id) break;
        if (last === null) report({ type: 'started' });
        last = message.events.at(-1) ?? last;
        report({ type: 'events', events: message.events });
        if (last?.kind === 'end') finish();
        break;
      }
      case 'ready':
      case 'failed':
        break;
    }
  });
  worker.send({ type: 'run', run: id, task });

  return {
    stop() {
      if (over) return;
      const end: RunEvent = { kind: 'end', seq: (last?.seq ?? -1) + 1, at: last?.at ?? 0, status: STOPPED_STATUS, reason: 'stopped' };
      finish();
      report({ type: 'events', events: [end] });
    },
    answer(line) {
      if (!over) worker.send({ type: 'input', run: id, line: line === null ? null : `${line}\n` });
    },
  };
}
