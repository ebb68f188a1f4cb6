/**
 * The timeline of a run: who ran, who was ready, who waited and for what, at each moment. Made by `timelineOf` from an
 * event log; read by the drawing, the player, the sentences and the tests. Pure data, the same in build and page.
 */
import type { Awaited, EventLog, LoopId, Outcome, TaskId, ThreadId } from './events.ts';
import type { Axis } from './axis.ts';
import type { Step } from './steps.ts';

/**
 * A point of a run: after event `seq`, at simulated second `at`. Time may pass after an event before the next one, so
 * `at` lies between the time of that event and the time of the next. Moments are ordered by `seq`, then by `at`.
 */
export interface Moment {
  readonly seq: number;
  readonly at: number;
}

export type LaneId = `task-${TaskId}` | `thread-${ThreadId}`;

interface Stretch {
  readonly from: Moment;
  /** The moment of the next span, or of the last event. */
  readonly to: Moment;
  /** Where the task or thread is when the span begins; see `lineAt` for where it goes from there. */
  readonly line?: number;
}

/** It could go on, and waits its turn. */
export interface ReadySpan extends Stretch {
  readonly state: 'ready';
  /**
   * `created`: it has never run. `woken`: what it waited for has happened. `turn`: it gave its turn away (`sleep(0)`).
   * `overdue`: its sleep is over but the loop is blocked and does not notice. `switched`: another thread has the interpreter.
   */
  readonly why: 'created' | 'woken' | 'turn' | 'overdue' | 'switched';
}

export interface RunningSpan extends Stretch {
  readonly state: 'running';
}

/** Simulated time passes while it runs and does not yield: nothing else on its loop can go on. */
export interface BlockingSpan extends Stretch {
  readonly state: 'blocking';
  /** What its thread waits for (`time.sleep`, a lock); absent when it is at work. */
  readonly on?: Awaited;
  /**
   * Of work: the line at which it is heard of next. The log has no line of the work itself: it lies after `line` and before
   * this one, in the order in which the program runs. Absent where the work ends with the run.
   */
  readonly until?: number;
  /** Tasks of the same loop that are ready meanwhile and cannot run. */
  readonly keeps: readonly TaskId[];
}

export interface WaitingSpan extends Stretch {
  readonly state: 'waiting';
  readonly on: Awaited;
}

/** Over; lasts to the end of the run. `line` is where it ended. */
export interface OverSpan extends Stretch {
  readonly state: 'done' | 'failed' | 'cancelled';
  /** For `failed`: the exception, as `TypeName: message`. */
  readonly error?: string;
}

export type Span = ReadySpan | RunningSpan | BlockingSpan | WaitingSpan | OverSpan;
export type State = Span['state'];

/** Where a lane is from event `seq` on, until the next entry. */
export interface LinePoint {
  readonly seq: number;
  readonly line: number;
}

interface AnyLane {
  /** `Task.get_name()` or `Thread.name`. */
  readonly name: string;
  /** What readers know it by; different for each lane. */
  readonly label: string;
  /** In order, without gaps: each begins where the one before ends. */
  readonly spans: readonly Span[];
  readonly lines: readonly LinePoint[];
}

export interface TaskLane extends AnyLane {
  readonly kind: 'task';
  readonly id: LaneId;
  readonly task: TaskId;
  readonly loop: LoopId;
  /** The thread that runs its loop. */
  readonly thread: ThreadId;
  /** Qualified name of its coroutine function. */
  readonly coroutine: string;
  readonly definedAt?: number;
}

export interface ThreadLane extends AnyLane {
  readonly kind: 'thread';
  readonly id: LaneId;
  readonly thread: ThreadId;
  readonly daemon: boolean;
}

export type Lane = TaskLane | ThreadLane;

/** A thread, and under it the tasks of the loops it runs. */
export interface Group {
  readonly thread: ThreadLane;
  readonly tasks: readonly TaskLane[];
}

/** `by` did something to `lane` at a moment. `by` is absent where no task or thread of the program did it. */
interface Deed {
  readonly by?: LaneId;
  readonly lane: LaneId;
  readonly at: Moment;
  /** The line of whoever did it. */
  readonly line?: number;
}

export interface CreatedLink extends Deed {
  readonly kind: 'created';
}

/** `by` made `lane` ready: by a call at `line`, or (without a line) by ending while `lane` waited for it. */
export interface WokeLink extends Deed {
  readonly kind: 'woke';
}

export interface CancelLink extends Deed {
  readonly kind: 'cancelled';
  readonly message?: string;
  /** Where CancelledError was raised in `lane`; absent if the run ended first or the task was over already. */
  readonly delivered?: { readonly at: Moment; readonly line?: number };
}

/** `lane` waits for others from `at` to `until`. */
export interface AwaitsLink {
  readonly kind: 'awaits';
  readonly lane: LaneId;
  readonly awaited: readonly LaneId[];
  readonly at: Moment;
  readonly until: Moment;
  readonly line?: number;
}

export type Link = CreatedLink | WokeLink | CancelLink | AwaitsLink;

export interface Timeline {
  readonly log: EventLog;
  readonly groups: readonly Group[];
  /** All lanes, from top to bottom. */
  readonly lanes: readonly Lane[];
  readonly links: readonly Link[];
  readonly steps: readonly Step[];
  readonly axis: Axis;
  /** The moment of the last event. */
  readonly end: Moment;
}

export function taskLaneId(task: TaskId): LaneId {
  return `task-${task}`;
}

export function threadLaneId(thread: ThreadId): LaneId {
  return `thread-${thread}`;
}

/** Less than, equal to or more than 0, as the first moment is before, at or after the second. */
export function compareMoments(a: Moment, b: Moment): number {
  return a.seq - b.seq || a.at - b.at;
}

/** The state that says how a task or thread ended. */
export function stateOfOutcome(outcome: Outcome): OverSpan['state'] {
  return outcome === 'returned' ? 'done' : outcome;
}
