/**
 * Runs programs in the page: each in a worker and an interpreter of its own, so that every run starts clean and Stop
 * needs nobody's consent. A spare interpreter starts in the background when the reader shows intent, after each run, and, where
 * Python is in the browser already, when the reader comes near a program.
 */
import { pythonFiles } from 'virtual:python-assets';
import type { RunEvent } from '../log/events.ts';
import { continueLog } from '../log/parse.ts';
import { isAtHand } from './at-hand.ts';
import type { Command, Report } from './protocol.ts';
import type { PythonFiles } from './python-files.ts';
import { DEFAULT_LIMITS, type Run, type RunFailure, type RunReport, type Runtime } from './runtime.ts';
import { isSparing } from './sparing.ts';
import { type Task, taskOf } from './task.ts';
import { workerScript, workersAreForbidden } from './worker-script.ts';

/** What a shell says of a process that was interrupted (128 + SIGINT). */
const STOPPED_STATUS = 130;
/** A snapshot that has not been kept by then is given up with its worker. */
const KEEPING_MS = 10_000;
/**
 * The first words of most programs come so soon after their start, in milliseconds of real time. Until then the start itself is
 * not told: to show that would only keep the page from showing the words.
 */
const FIRST_WORDS_MS = 20;
/** A program that runs for so long may be one that is going to be stopped: its successor should not have to wait. */
const LONG_RUN_MS = 1000;

/**
 * One runtime for a page; its islands share it.
 * @param afterRun called after each run, when nothing of it is left to do.
 */
export function createRuntime(afterRun: () => void): Runtime {
  let spare: InterpreterWorker | null = null;
  let runs = 0;
  let module: WebAssembly.Module | null = null;
  const start = (): InterpreterWorker => new InterpreterWorker(module, (compiled) => (module = compiled));
  const take = (): InterpreterWorker => {
    const taken = spare !== null && !spare.failed ? spare : start();
    spare = null;
    return taken;
  };
  const warm = (): void => {
    if (!isSparing() && (spare === null || spare.failed)) spare = start();
  };
  const over = (): void => {
    warm();
    afterRun();
  };
  onTakeover(() => {
    if (spare === null) return;
    spare.terminate();
    spare = start();
  });
  const { folder, wasm } = filesFromHere();
  /** Asked once: every program of the page that the reader comes near wants to know. */
  let atHand: Promise<boolean> | null = null;
  return {
    warm,
    prepare() {
      atHand ??= isAtHand(folder, wasm.name);
      void atHand.then((isThere) => runs === 0 && isThere && warm());
    },
    run(program, { work, limits = DEFAULT_LIMITS }, report) {
      runs += 1;
      return startRun(take(), runs, taskOf(program, { work, epochMs: Date.now(), limits }), report, { lasts: warm, over });
    },
  };
}

/**
 * Calls back when a service worker, or the next one, begins to answer for this page. In Firefox it does not for a worker from a
 * `blob:` that began before, which offline would find no file then.
 */
function onTakeover(back: () => void): void {
  try {
    navigator.serviceWorker.addEventListener('controllerchange', back);
  } catch {
    // There are none here, or the reader refuses storage.
  }
}

/** A worker from a `blob:` has no address from which others could be told. */
function filesFromHere(): PythonFiles {
  return { ...pythonFiles, folder: new URL(pythonFiles.folder, location.href).href };
}

/**
 * Has the browser fetch the source of the library for its cache: a start from nothing has brought only the code, and a traceback
 * would make the reader wait for it.
 */
function fetchSource(): void {
  if (isSparing()) return;
  const { folder, library } = filesFromHere();
  // Without it, the traceback asks for it itself.
  fetch(folder + library.source.name, { priority: 'low' }).then((response) => response.arrayBuffer()).catch(() => {});
}

/** A worker that starts an interpreter at once, for one run. Construction never throws: a refusal is a failure like others. */
class InterpreterWorker {
  readonly #worker: Worker | null;
  #listener: (report: Report) => void = () => {};
  #lastLoading: Report | null = null;
  failed: { readonly reason: RunFailure; readonly detail: string } | null = null;
  /** Called when the worker fails, before or after it is ready. */
  onFailure: () => void = () => {};
  #keeping = false;
  #onKept: () => void = () => {};

  /** @param module what an earlier worker has compiled; without it, `onCompiled` hears of what this one does. */
  constructor(module: WebAssembly.Module | null, onCompiled: (module: WebAssembly.Module) => void) {
    try {
      this.#worker = new Worker(workerScript(), { type: 'module', name: 'python' });
    } catch (error) {
      this.#worker = null;
      this.failed = { reason: 'worker', detail: String(error) };
      return;
    }
    let ready = false;
    this.#worker.addEventListener('message', (message: MessageEvent<Report>) => {
      const report = message.data;
      if (report.type === 'loading') this.#lastLoading = report;
      if (report.type === 'compiled') onCompiled(report.module);
      if (report.type === 'keeping') {
        this.#keeping = true;
        fetchSource();
      }
      if (report.type === 'kept') this.#onKept();
      if (report.type === 'ready') ready = true;
      if (report.type === 'failed') this.fail(ready ? 'crash' : report.reason, report.detail);
      this.#listener(report);
    });
    this.#worker.addEventListener('error', (event) => {
      event.preventDefault();
      if (workersAreForbidden()) this.fail('worker', 'a policy forbids workers');
      else this.fail(ready ? 'crash' : 'load', event.message || 'the worker script could not be loaded');
    });
    this.send({ type: 'start', files: filesFromHere(), module });
  }

  /** Ends it, once: whatever else fails after that is a consequence. */
  fail(reason: RunFailure, detail: string): void {
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

  /** Ends the worker, whatever it does. */
  terminate(): void {
    this.#listener = () => {};
    this.onFailure = () => {};
    this.#worker?.terminate();
  }

  /**
   * Ends the worker, whose program has ended, once it has kept its snapshot.
   * @param afterwards called when it has ended.
   */
  retire(afterwards: () => void): void {
    this.#listener = () => {};
    this.#onKept = () => {
      this.#onKept = () => {};
      this.terminate();
      afterwards();
    };
    if (this.#keeping) setTimeout(() => this.#onKept(), KEEPING_MS);
    else this.#onKept();
  }
}

/** What is to be done when a run lasts, and when nothing of it is left to do. */
interface Consequences {
  readonly lasts: () => void;
  readonly over: () => void;
}

function startRun(worker: InterpreterWorker, id: number, task: Task, report: (report: RunReport) => void, then: Consequences): Run {
  let last: RunEvent | null = null;
  let over = false;
  let longRun: ReturnType<typeof setTimeout> | undefined;
  /** What has not been told yet, as long as there is only the start. */
  let held: readonly RunEvent[] | null = [];
  let holding: ReturnType<typeof setTimeout> | undefined;
  const tell = (events: readonly RunEvent[]): void => {
    const before = held ?? [];
    if (held !== null) report({ type: 'started' });
    held = null;
    clearTimeout(holding);
    report({ type: 'events', events: [...before, ...events] });
  };
  const close = (): void => {
    over = true;
    clearTimeout(longRun);
    clearTimeout(holding);
  };
  // After this turn, so that the page shows the end first.
  const overSoon = (): void => void setTimeout(then.over);
  const fail = (): void => {
    if (over || worker.failed === null) return;
    const { reason, detail } = worker.failed;
    close();
    worker.terminate();
    if (last !== null && held !== null) tell([]);
    report({ type: 'failed', reason, detail });
  };
  worker.onFailure = fail;
  // A worker that could not even be made has failed already; the caller has its Run in hand before it hears of it.
  if (worker.failed !== null) queueMicrotask(fail);

  /** A program that finds its way into the runtime can write into its own log. Null: not what a log can say; the run is over. */
  const checked = (before: RunEvent | null, events: readonly unknown[]): readonly RunEvent[] | null => {
    try {
      return continueLog(before ?? undefined, events);
    } catch (error) {
      worker.fail('crash', String(error));
      return null;
    }
  };

  worker.listen((message) => {
    if (over) return;
    switch (message.type) {
      case 'loading':
      case 'library-missing':
        report(message);
        break;
      case 'events': {
        if (message.run !== id) break;
        const events = checked(last, message.events);
        if (events === null) break;
        if (last === null) longRun = setTimeout(then.lasts, LONG_RUN_MS);
        last = events.at(-1) ?? last;
        if (last?.kind === 'start') {
          held = events;
          holding = setTimeout(tell, FIRST_WORDS_MS, []);
          break;
        }
        tell(events);
        if (last?.kind !== 'end') break;
        close();
        worker.retire(overSoon);
        break;
      }
      // The rest is the worker's own business.
    }
  });
  worker.send({ type: 'run', run: id, task });

  return {
    stop() {
      if (over) return;
      const end: RunEvent = { kind: 'end', seq: (last?.seq ?? -1) + 1, at: last?.at ?? 0, status: STOPPED_STATUS, reason: 'stopped' };
      close();
      worker.terminate();
      // Who stops while Python is being fetched stops the fetching: what hangs must not be waited for by the next run.
      if (last === null) return report({ type: 'events', events: [end] });
      overSoon();
      tell([end]);
    },
    answer(line) {
      if (!over) worker.send({ type: 'input', run: id, line: line === null ? null : `${line}\n` });
    },
  };
}
