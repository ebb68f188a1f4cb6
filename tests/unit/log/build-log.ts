/**
 * Event logs for tests, told as a story: who does what, at which line, and when the clock moves.
 *
 *     const log = story((run) => {
 *       const main = run.creates({}, 'Task-1', 'main');
 *       run.steps(main, 5);
 *       run.suspends(main, 6, { what: 'sleep', seconds: 0.3 });
 *       run.idles(0.3);
 *       run.wakes({}, main);
 *       …
 *     });
 *
 * The builder numbers events, keeps the clock, and says on which thread things happen; what happens is the test's.
 */
import type { Awaited, EndReason, EventLog, Outcome, RunEvent, TaskId, ThreadId } from '../../../src/log/events.ts';

/** Who does it: a task's step, or a thread outside any task (the loop's own callbacks, for example). */
export interface By {
  readonly task?: TaskId;
  readonly line?: number;
}

/** An event without what the builder adds. Distributes over the union, which Omit alone does not. */
type Told<E> = E extends RunEvent ? Omit<E, 'seq' | 'at'> : never;

export class Story {
  readonly log: RunEvent[] = [];
  /** The thread that has the interpreter. */
  thread: ThreadId = 1;
  now = 0;
  #tasks = 0;
  #threads = 1;

  constructor(filename = 'story.py') {
    this.tell({ kind: 'start', python: '3.14.2', epoch: 1_700_000_000, filename });
  }

  tell(event: Told<RunEvent>): void {
    // The spread of a union with two fields added is that union; TypeScript does not follow.
    this.log.push({ seq: this.log.length, at: this.now, ...event } as RunEvent);
  }

  creates(by: By, name: string, coroutine = name, options: { readonly loop?: number; readonly definedAt?: number } = {}): TaskId {
    const created = (this.#tasks += 1);
    const { loop = 1, definedAt } = options;
    const where = definedAt === undefined ? {} : { definedAt };
    this.tell({ kind: 'task-created', thread: this.thread, ...by, created, loop, name, coroutine, ...where });
    return created;
  }

  steps(task: TaskId, line?: number): void {
    this.tell({ kind: 'task-stepped', thread: this.thread, task, ...at(line) });
  }

  suspends(task: TaskId, line: number, on: Awaited): void {
    this.tell({ kind: 'task-suspended', thread: this.thread, task, line, on });
  }

  wakes(by: By, woken: TaskId): void {
    this.tell({ kind: 'task-woken', thread: this.thread, ...by, woken });
  }

  cancels(by: By, target: TaskId, message?: string): void {
    const said = message === undefined ? {} : { message };
    this.tell({ kind: 'task-cancel-requested', thread: this.thread, ...by, target, ...said });
  }

  finishes(task: TaskId, line?: number, outcome: Outcome = 'returned', error?: string): void {
    const failed = error === undefined ? {} : { error };
    this.tell({ kind: 'task-finished', thread: this.thread, task, ...at(line), outcome, ...failed });
  }

  prints(by: By, text: string, stream: 'stdout' | 'stderr' = 'stdout'): void {
    this.tell({ kind: 'write', thread: this.thread, ...by, stream, text });
    this.tell({ kind: 'write', thread: this.thread, ...by, stream, text: '\n' });
  }

  starts(by: By, name: string, daemon = false): ThreadId {
    const started = (this.#threads += 1);
    this.tell({ kind: 'thread-started', thread: this.thread, ...by, started, name, daemon });
    return started;
  }

  /** The running thread waits; nobody has the interpreter until `resumes`. */
  blocks(on: Awaited, by: By = {}): void {
    this.tell({ kind: 'thread-blocked', thread: this.thread, ...by, on });
  }

  resumes(thread: ThreadId, woken = true): void {
    if (woken) this.tell({ kind: 'thread-woken', thread });
    this.thread = thread;
    this.tell({ kind: 'thread-resumed', thread });
  }

  ends(thread: ThreadId = this.thread): void {
    this.tell({ kind: 'thread-finished', thread, outcome: 'returned' });
  }

  /** Simulated time passes. */
  passes(seconds: number): void {
    this.now = Number((this.now + seconds).toFixed(9));
  }

  /** The loop finds nothing to do and waits in its selector. */
  idles(seconds: number, loop = 1): void {
    const { thread } = this;
    this.blocks({ what: 'loop', loop });
    this.passes(seconds);
    this.resumes(thread);
  }

  /** `time.sleep` in a task's step: the loop's thread waits, and with it everybody. */
  sleepsHard(task: TaskId, line: number, seconds: number): void {
    const { thread } = this;
    this.blocks({ what: 'sleep', seconds }, { task, line });
    this.passes(seconds);
    this.resumes(thread);
  }

  over(status = 0, reason: EndReason = 'finished'): void {
    this.tell({ kind: 'end', status, reason });
  }
}

/** The log of a story. Adds the end if the story does not tell one. */
export function story(tell: (run: Story) => void, filename?: string): EventLog {
  const run = new Story(filename);
  tell(run);
  if (run.log.at(-1)?.kind !== 'end') run.over();
  return run.log;
}

function at(line: number | undefined): { readonly line?: number } {
  return line === undefined ? {} : { line };
}
