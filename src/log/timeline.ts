/** From an event log to its timeline. Pure, for whole logs and for those of a run under way. */
import { axisOf, needsOf } from './axis.ts';
import type { EventLog } from './events.ts';
import { groupsOf } from './lanes.ts';
import { linksOf } from './links.ts';
import type { Lane, LaneId, Moment, OverSpan, Span, State, Timeline } from './model.ts';
import { compareMoments } from './model.ts';
import { stepsOf } from './steps.ts';
import type { Step } from './steps.ts';

export function timelineOf(log: EventLog): Timeline {
  const groups = groupsOf(log);
  const steps = stepsOf(log);
  const last = log.at(-1);
  return {
    log,
    groups,
    lanes: groups.flatMap(({ thread, tasks }) => [thread, ...tasks]),
    links: linksOf(log),
    steps,
    axis: axisOf(log, steps),
    end: { seq: last?.seq ?? 0, at: last?.at ?? 0 },
  };
}

/** Two timelines of one scale: what takes as long in the one as in the other is as wide. */
export function onOneScale(a: Timeline, b: Timeline): readonly [Timeline, Timeline] {
  const [one, other] = [needsOf(a.steps), needsOf(b.steps)];
  const needs = { steps: Math.max(one.steps, other.steps), seconds: Math.max(one.seconds, other.seconds) };
  const scaled = (timeline: Timeline): Timeline => ({ ...timeline, axis: axisOf(timeline.log, timeline.steps, needs) });
  return [scaled(a), scaled(b)];
}

export function laneOf(timeline: Timeline, id: LaneId): Lane | undefined {
  return timeline.lanes.find((lane) => lane.id === id);
}

/** The moment at which a step has happened. */
export function momentOf(timeline: Timeline, step: Step): Moment {
  return { seq: step.last, at: timeline.log[step.last]?.at ?? step.at };
}

/** What a lane does at a moment; undefined before it came to be. Takes the logarithm of its spans. */
export function spanAt(lane: Lane, moment: Moment): Span | undefined {
  const index = lastIndex(lane.spans, (span) => compareMoments(span.from, moment) <= 0);
  return lane.spans[index];
}

/** The line of the program at which a lane is after event `seq`; undefined where none of the program's lines is on its stack. */
export function lineAt(lane: Lane, seq: number): number | undefined {
  const index = lastIndex(lane.lines, (point) => point.seq <= seq);
  return lane.lines[index]?.line;
}

/** Where one task or thread is. */
export interface Place {
  readonly lane: Lane;
  readonly state: State;
  readonly span: Span;
  readonly line?: number;
}

/** Where every task and thread is that lives at a moment, from top to bottom. Those that are over are left out. */
export function placesAt(timeline: Timeline, moment: Moment): readonly Place[] {
  const places: Place[] = [];
  for (const lane of timeline.lanes) {
    const span = spanAt(lane, moment);
    if (span === undefined || isOver(span)) continue;
    const line = lineAt(lane, moment.seq);
    places.push({ lane, state: span.state, span, ...(line === undefined ? {} : { line }) });
  }
  return places;
}

export function isOver(span: Span): span is OverSpan {
  return span.state === 'done' || span.state === 'failed' || span.state === 'cancelled';
}

/** The last element for which `holds` is true, where it is true for all elements up to some point; -1 if for none. */
function lastIndex<T>(sorted: readonly T[], holds: (element: T) => boolean): number {
  let low = -1;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const element = sorted[middle];
    if (element !== undefined && holds(element)) low = middle;
    else high = middle - 1;
  }
  return low;
}
