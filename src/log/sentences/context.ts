/** What the sentences of both languages ask of a timeline: names, who acts, what a wait came to, what time does. */
import type { Awaited, Place, TaskId } from '../events.ts';
import { awaitedLanes } from '../links.ts';
import type { BlockingSpan, LaneId, Moment, OverSpan, TaskLane, Timeline } from '../model.ts';
import { taskLaneId, threadLaneId } from '../model.ts';
import { isOver, laneOf, momentOf, spanAt } from '../timeline.ts';
import type { Step, Woken } from '../steps.ts';
import type { CodePart } from './parts.ts';

/** More names than this are counted, not listed. */
const MANY_NAMES = 4;

/** A sleep may end so much early: asyncio rounds deadlines to the resolution of the clock. */
const TICK_SECONDS = 1e-3;

type OverState = OverSpan['state'];

export class Context {
  readonly timeline: Timeline;
  readonly step: Step;
  readonly moment: Moment;

  constructor(timeline: Timeline, step: Step) {
    this.timeline = timeline;
    this.step = step;
    this.moment = momentOf(timeline, step);
  }

  name(id: LaneId): CodePart {
    return { code: laneOf(this.timeline, id)?.label ?? id, lane: id };
  }

  task(task: TaskId): CodePart {
    return this.name(taskLaneId(task));
  }

  /** The names, or null where there are too many to say. */
  names(ids: readonly LaneId[]): readonly CodePart[] | null {
    return ids.length > MANY_NAMES ? null : ids.map((id) => this.name(id));
  }

  isThread(id: LaneId): boolean {
    return laneOf(this.timeline, id)?.kind === 'thread';
  }

  /** Who does it: a task, a thread at one of the program's lines, or null (the loop's own callbacks, the interpreter). */
  actor({ task, thread, line }: Place): CodePart | null {
    if (task !== undefined) return this.task(task);
    return line === undefined ? null : this.name(threadLaneId(thread));
  }

  /** Whether the task's first step is part of its creation (an eager task): it is never ready. */
  isEager(id: LaneId, creator: Place): boolean {
    const first = laneOf(this.timeline, id)?.spans[0];
    // Another's step would come after the creator's own has ended, which is an event too.
    return creator.task !== undefined && first?.state === 'ready' && first.to.seq === first.from.seq + 1;
  }

  /** Whether a thread besides the main one is still there. */
  hasThreads(): boolean {
    return this.timeline.lanes.some((lane) => {
      if (lane.kind !== 'thread' || lane.id === threadLaneId(1)) return false;
      const span = spanAt(lane, this.moment);
      return span !== undefined && !isOver(span);
    });
  }

  /** How the one that was awaited ended, by now; null where it has not ended or there are several. */
  ending(on: Awaited): OverState | null {
    const [id, ...more] = awaitedLanes(on);
    return id === undefined || more.length > 0 ? null : this.#ended(id);
  }

  /** Of several that are awaited while some still live, one that failed: it is why the wait is over. */
  failedEarly(tasks: readonly TaskId[]): CodePart | null {
    const endings = tasks.map((task) => this.#ended(taskLaneId(task)));
    const failed = tasks[endings.indexOf('failed')];
    return failed === undefined || !endings.includes(null) ? null : this.task(failed);
  }

  /** The task in whose TaskGroup this task is, while that waits for the group's end, and the one whose failure makes the group cancel the others. */
  failedGroupOf(task: TaskId): { readonly owner: CodePart; readonly failed: CodePart } | null {
    for (const lane of this.timeline.lanes) {
      // Just before, as the failure that makes the group cancel may wake its owner in the same step.
      const span = spanAt(lane, { seq: this.step.first - 1, at: this.moment.at });
      if (span?.state !== 'waiting' || span.on.what !== 'tasks' || span.on.call !== 'TaskGroup') continue;
      const failed = this.failedEarly(span.on.tasks);
      if (failed !== null && span.on.tasks.includes(task)) return { owner: this.name(lane.id), failed };
    }
    return null;
  }

  /** The task that blocks its loop from this step on, by work or by a call that waits. */
  blocker(): { readonly lane: TaskLane; readonly span: BlockingSpan; readonly seconds: number } | null {
    if (this.step.lasts === 0) return null;
    const later: Moment = { seq: this.moment.seq, at: this.moment.at + this.step.lasts / 2 };
    for (const lane of this.timeline.lanes) {
      if (lane.kind !== 'task') continue;
      const span = spanAt(lane, later);
      if (span?.state === 'blocking') return { lane, span, seconds: span.to.at - span.from.at };
    }
    return null;
  }

  /** Whether a task that is cancelled in its first step is over with it. Not so the closing of a generator, which may have a `finally`. */
  neverRuns(task: TaskId): boolean {
    const next = this.timeline.log.slice(this.step.last + 1).find((event) => 'task' in event && event.task === task);
    return next === undefined || next.kind === 'task-finished';
  }

  /** Whether this lane's latest sleep was over before its time, by a signal for one. */
  wasCutShort(id: LaneId, { seconds }: Extract<Awaited, { what: 'sleep' }>): boolean {
    const sleep = laneOf(this.timeline, id)?.spans.findLast(({ state, from }) => state === 'waiting' && from.seq < this.step.first);
    return sleep !== undefined && sleep.from.at + seconds > this.step.at + TICK_SECONDS;
  }

  /**
   * Whether a task that is cancelled from this place is left over: the first task of its loop (that of `asyncio.run`) is
   * over, and it is cancelled where the program called that. A callback, such as a timeout's, is at no line.
   */
  loopEnds(task: TaskId, place: Place): boolean {
    if (place.line === undefined) return false;
    const lane = laneOf(this.timeline, taskLaneId(task));
    if (lane?.kind !== 'task') return false;
    const first = this.timeline.lanes.find((other) => other.kind === 'task' && other.loop === lane.loop);
    const span = first === undefined ? undefined : spanAt(first, this.moment);
    return first !== lane && span !== undefined && isOver(span);
  }

  #ended(id: LaneId): OverState | null {
    const lane = laneOf(this.timeline, id);
    const span = lane === undefined ? undefined : spanAt(lane, this.moment);
    return span !== undefined && isOver(span) ? span.state : null;
  }
}

/** Wakes that can share a sentence: all sleeps, or all that waited for the same thing. */
export function groupByReason(woken: readonly Woken[]): readonly (readonly Woken[])[] {
  const key = ({ waited, within }: Woken): string => JSON.stringify([within, waited?.what === 'sleep' ? 'sleep' : waited]);
  return [...Map.groupBy(woken, key).values()];
}

/** To the millisecond, and short times to two digits. @example formatSeconds(0.30000001) === '0.3' */
export function formatSeconds(seconds: number): string {
  // Below a microsecond it is the clock that moves, not time.
  if (seconds >= 1e-6 && seconds < 0.01) return String(Number(seconds.toPrecision(2)));
  return String(Number(seconds.toFixed(3)));
}

/** A worker of a thread pool with nothing to do waits in the pool's queue, which is no place in the program. */
export function isIdleWorker(on: Awaited): boolean {
  return on.what === 'call' && on.call === 'SimpleQueue.get';
}

/** @example baseName('/home/ada/three.py') === 'three.py' */
export function baseName(path: string): string {
  return path.split('/').at(-1) ?? path;
}

const LONGEST_TEXT = 60;

/** Printed text without escape sequences. */
export function withoutEscapes(text: string): string {
  return text.replace(/\u001b\[[0-9;?]*[A-Za-z]/gu, '');
}

/** Printed text within a sentence: one line, without escape sequences, not too long. */
export function quotable(text: string): string {
  const visible = withoutEscapes(text).replace(/\p{Cc}+/gu, ' ').trim();
  return visible.length > LONGEST_TEXT ? `${visible.slice(0, LONGEST_TEXT - 1)}…` : visible;
}
