/**
 * The steps in which a reader walks through a run: consecutive events that make one happening ("worker prints done",
 * "two sleeps end"). A step never spans simulated time: where time passes, it passes after a step, and `lasts` says how
 * much. What was so after step k is what was so at the moment of its last event.
 */
import type { Awaited, EndReason, EventLog, Outcome, Place, RunEvent, TaskId, ThreadId } from './events.ts';
import { Gaps } from './gaps.ts';
import { Internals } from './internal.ts';
import type { LaneId } from './model.ts';
import { taskLaneId, threadLaneId } from './model.ts';

/** A lane that can go on now, and what it waited for (absent if the log does not say). */
export interface Woken {
  readonly lane: LaneId;
  readonly waited?: Awaited;
  /** For a thread that waited in the middle of a task's step: that task. */
  readonly within?: TaskId;
}

export type Happening =
  | { readonly kind: 'started'; readonly filename: string }
  | { readonly kind: 'wrote'; readonly place: Place; readonly stream: 'stdout' | 'stderr'; readonly text: string }
  | { readonly kind: 'created'; readonly place: Place; readonly lane: LaneId }
  /** A task's step begins; `after` is what it waited for (absent: it never ran before). `cancelled`: CancelledError is raised in it. */
  | { readonly kind: 'stepped'; readonly task: TaskId; readonly line?: number; readonly after?: Awaited; readonly cancelled: boolean }
  | { readonly kind: 'suspended'; readonly task: TaskId; readonly line?: number; readonly on: Awaited }
  /** `loop` is the loop's thread where it was the loop that woke up. */
  | { readonly kind: 'woken'; readonly place: Place; readonly woken: readonly Woken[]; readonly loop?: ThreadId }
  | { readonly kind: 'cancel-requested'; readonly place: Place; readonly task: TaskId; readonly message?: string }
  /** `ran`: it ran at least one step. `woken`: who can go on because of it, where that is known at once. */
  | {
      readonly kind: 'ended';
      readonly lane: LaneId;
      readonly line?: number;
      readonly outcome: Outcome;
      readonly error?: string;
      readonly ran: boolean;
      readonly woken?: readonly Woken[];
    }
  | { readonly kind: 'blocked'; readonly place: Place; readonly on: Awaited }
  | { readonly kind: 'switched'; readonly thread: ThreadId }
  /** asyncio shuts the loop down, and the executor's threads with it. */
  | { readonly kind: 'closing' }
  | { readonly kind: 'input'; readonly place: Place }
  | { readonly kind: 'over'; readonly status: number; readonly reason: EndReason };

export interface Step {
  /** From 0; readers see it counted from 1. */
  readonly index: number;
  /** The events it covers, as `seq`, both included. */
  readonly first: number;
  readonly last: number;
  /** Simulated seconds at which it happens. */
  readonly at: number;
  /** Simulated seconds that pass after it, until the next step; 0 where the next happens in the same instant. */
  readonly lasts: number;
  readonly what: Happening;
}

class StepReader {
  readonly #steps: Step[] = [];
  readonly #waits = new Map<LaneId, Awaited>();
  /** The task in whose step a thread waits. */
  readonly #within = new Map<LaneId, TaskId | undefined>();
  readonly #ran = new Set<TaskId>();
  readonly #toCancel = new Set<TaskId>();
  readonly #gaps = new Gaps();
  readonly #internals = new Internals();

  read(event: RunEvent): void {
    const step = this.#steps.at(-1);
    const gap = this.#gaps.before(event);
    const internal = this.#internals.read(event);
    const own = this.#happening(event);
    const what: Happening = internal ? { kind: 'closing' } : own;
    const joined = step !== undefined && gap === 0 ? join(step.what, what) : null;
    if (step !== undefined && joined !== null) {
      this.#steps[step.index] = { ...step, last: event.seq, what: joined };
      return;
    }
    if (step !== undefined && gap > 0) this.#steps[step.index] = { ...step, lasts: gap };
    // What says nothing to a reader is the beginning of what follows in the same instant.
    const led = step !== undefined && gap === 0 && what.kind !== 'over' && saysNothing(step.what) ? this.#steps.pop() : undefined;
    this.#steps.push({ index: this.#steps.length, first: led?.first ?? event.seq, last: event.seq, at: led?.at ?? event.at, lasts: 0, what });
  }

  get steps(): readonly Step[] {
    return this.#steps;
  }

  #happening(event: RunEvent): Happening {
    switch (event.kind) {
      case 'start':
        return { kind: 'started', filename: event.filename };
      case 'write':
        return { kind: 'wrote', place: placeOf(event), stream: event.stream, text: event.text };
      case 'task-created':
        return { kind: 'created', place: placeOf(event), lane: taskLaneId(event.created) };
      case 'thread-started':
        return { kind: 'created', place: placeOf(event), lane: threadLaneId(event.started) };
      case 'task-stepped': {
        const after = this.#waits.get(taskLaneId(event.task));
        const cancelled = this.#toCancel.delete(event.task);
        this.#ran.add(event.task);
        return { kind: 'stepped', task: event.task, ...lineOf(event), ...(after === undefined ? {} : { after }), cancelled };
      }
      case 'task-suspended':
        this.#waits.set(taskLaneId(event.task), event.on);
        return { kind: 'suspended', task: event.task, ...lineOf(event), on: event.on };
      case 'task-woken':
        return { kind: 'woken', place: placeOf(event), woken: [this.#woken(taskLaneId(event.woken))] };
      case 'task-cancel-requested': {
        this.#toCancel.add(event.target);
        const message = event.message === undefined ? {} : { message: event.message };
        return { kind: 'cancel-requested', place: placeOf(event), task: event.target, ...message };
      }
      case 'task-finished': {
        const ran = this.#ran.has(event.task);
        return { kind: 'ended', lane: taskLaneId(event.task), ...lineOf(event), outcome: event.outcome, ...errorOf(event), ran };
      }
      case 'thread-blocked':
        this.#waits.set(threadLaneId(event.thread), event.on);
        this.#within.set(threadLaneId(event.thread), event.task);
        return { kind: 'blocked', place: placeOf(event), on: event.on };
      case 'thread-woken': {
        const woken = this.#woken(threadLaneId(event.thread));
        const place = { thread: event.thread };
        return woken.waited?.what === 'loop' ? { kind: 'woken', place, woken: [], loop: event.thread } : { kind: 'woken', place, woken: [woken] };
      }
      case 'thread-resumed':
        return { kind: 'switched', thread: event.thread };
      case 'thread-finished':
        return { kind: 'ended', lane: threadLaneId(event.thread), outcome: event.outcome, ...errorOf(event), ran: true };
      case 'input-requested':
        return { kind: 'input', place: placeOf(event) };
      case 'end':
        return { kind: 'over', status: event.status, reason: event.reason };
    }
  }

  #woken(lane: LaneId): Woken {
    const waited = this.#waits.get(lane);
    const within = this.#within.get(lane);
    return { lane, ...(waited === undefined ? {} : { waited }), ...(within === undefined ? {} : { within }) };
  }
}

/** One happening out of two that follow each other in the same instant, or null where they are two to a reader. */
function join(before: Happening, after: Happening): Happening | null {
  if (before.kind === 'closing' && followsClosing(after)) return before;
  switch (after.kind) {
    case 'wrote': {
      if (before.kind !== 'wrote' || before.stream !== after.stream || !samePlace(before.place, after.place)) return null;
      // The rest of a line belongs to it; so do the lines of a traceback, which come from no line of the program.
      const goesOn = !before.text.endsWith('\n') || after.place.line === undefined;
      return goesOn ? { ...before, text: before.text + after.text } : null;
    }
    case 'woken': {
      if (after.woken.length > 0 && after.woken.every(({ waited }) => isThreadStart(waited))) return before;
      // A waiting task that is cancelled is ready at once: that is part of being cancelled.
      const target = before.kind === 'cancel-requested' ? taskLaneId(before.task) : null;
      if (after.woken.length === 1 && after.woken[0]?.lane === target) return before;
      if (before.kind !== 'woken' || !sameDoer(before, after)) return null;
      return { ...before, woken: [...before.woken, ...after.woken], ...(after.loop === undefined ? {} : { loop: after.loop }) };
    }
    case 'switched':
      // That a thread goes on needs no step of its own where it follows from what just happened.
      return before.kind === 'created' || before.kind === 'woken' || before.kind === 'blocked' || before.kind === 'ended' ? before : null;
    case 'blocked':
      return isThreadStart(after.on) ? before : null;
    case 'ended': {
      // A task that ends wakes those who await it, and may do so a moment before it has ended.
      const ends = before.kind === 'woken' && before.place.line === undefined && before.place.task !== undefined;
      return ends && taskLaneId(before.place.task) === after.lane ? { ...after, woken: before.woken } : null;
    }
    case 'started':
    case 'created':
    case 'stepped':
    case 'suspended':
    case 'cancel-requested':
    case 'closing':
    case 'input':
    case 'over':
      return null;
  }
}

/** The loop looks for something to do, or wakes up, and nothing comes of it by itself. */
function saysNothing(what: Happening): boolean {
  if (what.kind === 'blocked') return what.on.what === 'loop';
  return what.kind === 'woken' && what.woken.length === 0;
}

/** The threads of an executor end while it is shut down; so does the loop's last wait. */
function followsClosing({ kind }: Happening): boolean {
  return kind === 'closing' || kind === 'woken' || kind === 'blocked' || kind === 'switched' || kind === 'ended';
}

/** `Thread.start` waits until the thread has begun: a moment that says nothing. */
function isThreadStart(on: Awaited | undefined): boolean {
  return on?.what === 'call' && on.call === 'Thread.start';
}

function samePlace(a: Place, b: Place): boolean {
  return a.thread === b.thread && a.task === b.task && a.line === b.line;
}

type WokenHappening = Extract<Happening, { kind: 'woken' }>;

/** Wakes join where nobody in particular did them (time, the loop), or the same line did. */
function sameDoer(a: WokenHappening, b: WokenHappening): boolean {
  return a.place.task === b.place.task && a.place.line === b.place.line;
}

function placeOf({ thread, task, line }: Place): Place {
  return { thread, ...(task === undefined ? {} : { task }), ...(line === undefined ? {} : { line }) };
}

function lineOf({ line }: { readonly line?: number }): { readonly line?: number } {
  return line === undefined ? {} : { line };
}

function errorOf({ error }: { readonly error?: string }): { readonly error?: string } {
  return error === undefined ? {} : { error };
}

/** The steps of a run, in order; together they cover every event once. */
export function stepsOf(log: EventLog): readonly Step[] {
  const reader = new StepReader();
  for (const event of log) reader.read(event);
  return reader.steps;
}
