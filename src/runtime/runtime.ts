/**
 * What the page knows of the runtime: start a program, hear what it does, stop it. Page side.
 *
 * The implementation is `session.ts` (a worker for each run); tests of the island pass one that replays a log.
 */
import type { RunEvent } from '../log/events.ts';

export interface Program {
  /** As tracebacks show it, e.g. `three_jobs.py`. */
  readonly filename: string;
  readonly source: string;
}

/**
 * What a stretch of work costs on the simulated clock. `free`: nothing, so that a run is exactly reproducible. `real`:
 * a stretch that takes noticeable real time moves the clock by as much, so that blocking work is visible and a busy
 * loop that watches the clock ends.
 */
export type WorkCost = 'free' | 'real';

/**
 * Where a run is stopped that would go on for ever. Its end then has the reason `limit`; since a run is the same each
 * time, running it again with higher limits is going on.
 */
export interface Limits {
  /** Simulated seconds. */
  readonly seconds: number;
  /** Events in the log. */
  readonly events: number;
  /** Writes to standard output and standard error; of a flood of them the log does not hold each. */
  readonly writes: number;
}

export const DEFAULT_LIMITS: Limits = { seconds: 3600, events: 200_000, writes: 2_000_000 };

/** Whether this browser can suspend a call of Python's, which threads need: Chrome and Edge 137, Firefox 153, Safari 27, Node 26. */
export function canRunThreads(): boolean {
  return 'Suspending' in WebAssembly;
}

export interface RunOptions {
  readonly work: WorkCost;
  /** Default: DEFAULT_LIMITS. */
  readonly limits?: Limits;
}

export type RunReport =
  /** Python is being fetched. Bytes as they arrive over the wire; `totalBytes` is known from the build. */
  | { readonly type: 'loading'; readonly loadedBytes: number; readonly totalBytes: number }
  /** The program runs. */
  | { readonly type: 'started' }
  /** A part of the standard library could not be fetched: an import in the program fails, and the run goes on. */
  | { readonly type: 'library-missing' }
  /** What happened since the last report; the last event of a run has kind `end`. */
  | { readonly type: 'events'; readonly events: readonly RunEvent[] }
  /** The run could not start or go on for a reason outside the program. No more reports follow; Run may be tried again. */
  | { readonly type: 'failed'; readonly reason: RunFailure; readonly detail: string };

/**
 * `load`: a file of the runtime could not be fetched or is damaged. `outdated`: the same, because the page is older than the
 * site, which only the page can find out (runner.ts). `worker`: the browser refuses workers, or memory for
 * them. `crash`: the interpreter died.
 */
export type RunFailure = 'load' | 'outdated' | 'worker' | 'crash';

export interface Run {
  /** Ends the run at once, whatever it does. Its last report is an `end` event with reason `stopped`. */
  stop(): void;
  /** Answers an `input-requested` event: a line without its newline, or null for end of input. */
  answer(line: string | null): void;
}

export interface Runtime {
  /** The reader is near a program: start an interpreter in the background, if nothing of it has to be fetched. */
  prepare(): void;
  /** The reader shows intent (pointer over Run, focus, edit): fetch Python and start an interpreter in the background. */
  warm(): void;
  run(program: Program, options: RunOptions, report: (report: RunReport) => void): Run;
}
