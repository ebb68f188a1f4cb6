/**
 * Two runs side by side: the recorded one and the reader's own, after an edit. Says what is the same, what is only in one
 * of them, and what happens at another time. Pure.
 */
import { diffArrays } from 'diff';
import type { EventLog } from './events.ts';
import type { Lane, OverSpan } from './model.ts';
import { isOver, timelineOf } from './timeline.ts';
import { outputLines } from './transcript.ts';
import type { TranscriptLine } from './transcript.ts';

/** A line of output: in both runs, or in one of them. */
export type LineDifference =
  | { readonly kind: 'same'; readonly recorded: TranscriptLine; readonly yours: TranscriptLine }
  | { readonly kind: 'recorded'; readonly recorded: TranscriptLine }
  | { readonly kind: 'yours'; readonly yours: TranscriptLine };

/** How a task or thread spent the run. */
export interface LaneFigures {
  readonly end: OverSpan['state'] | 'unfinished';
  /** Simulated second at which it ended, or at which the run did. */
  readonly endedAt: number;
  /** Seconds that it kept its loop waiting. */
  readonly blockedSeconds: number;
}

export interface LaneDifference {
  readonly label: string;
  readonly recorded?: LaneFigures;
  readonly yours?: LaneFigures;
}

export interface Comparison {
  /** Whether all is the same: output, times, and what became of everybody. */
  readonly same: boolean;
  readonly recordedSeconds: number;
  readonly yourSeconds: number;
  readonly output: readonly LineDifference[];
  /** All lanes of both runs, in the order of the recorded one. */
  readonly lanes: readonly LaneDifference[];
}

/**
 * Times closer than this are the same to a reader. In a changed program work takes the time that it takes, so two runs of
 * it never agree to the millisecond; what a reader changes is longer.
 */
const SAME_SECONDS = 0.025;

export function compareRuns(recorded: EventLog, yours: EventLog): Comparison {
  const output = compareOutput(outputLines(recorded), outputLines(yours));
  const lanes = compareLanes(recorded, yours);
  const recordedSeconds = recorded.at(-1)?.at ?? 0;
  const yourSeconds = yours.at(-1)?.at ?? 0;
  const same =
    sameTime(recordedSeconds, yourSeconds) &&
    output.every((line) => line.kind === 'same' && sameTime(line.recorded.at, line.yours.at)) &&
    lanes.every((lane) => lane.recorded !== undefined && lane.yours !== undefined && sameFigures(lane.recorded, lane.yours));
  return { same, recordedSeconds, yourSeconds, output, lanes };
}

export function sameTime(a: number, b: number): boolean {
  return Math.abs(a - b) < SAME_SECONDS;
}

export function sameFigures(a: LaneFigures, b: LaneFigures): boolean {
  return a.end === b.end && sameTime(a.endedAt, b.endedAt) && sameTime(a.blockedSeconds, b.blockedSeconds);
}

/** Runs that differ in more lines than this are not matched line by line: the time grows with the square. */
const MOST_DIFFERENCES = 1500;

function compareOutput(recorded: readonly TranscriptLine[], yours: readonly TranscriptLine[]): readonly LineDifference[] {
  const changes = diffArrays([...recorded], [...yours], { comparator: sameText, maxEditLength: MOST_DIFFERENCES });
  if (changes === undefined) return [...recorded.map(inRecorded), ...yours.map(inYours)];
  // Of lines that are in both, the library hands back those of the second.
  let done = 0;
  return changes.flatMap(({ added, removed, value }) => {
    if (added) return value.map(inYours);
    const lines = recorded.slice(done, done + value.length);
    done += value.length;
    return removed ? lines.map(inRecorded) : lines.map((line, index): LineDifference => ({ kind: 'same', recorded: line, yours: value[index] ?? line }));
  });
}

const inRecorded = (recorded: TranscriptLine): LineDifference => ({ kind: 'recorded', recorded });
const inYours = (yours: TranscriptLine): LineDifference => ({ kind: 'yours', yours });

function sameText(a: TranscriptLine, b: TranscriptLine): boolean {
  return a.text === b.text && a.stream === b.stream && a.partial === b.partial;
}

/** Lanes are the same lane where they are called the same: an edited program creates its tasks in another order. */
function compareLanes(recorded: EventLog, yours: EventLog): readonly LaneDifference[] {
  const mine = new Map(timelineOf(yours).lanes.map((lane) => [lane.label, figures(lane)]));
  const theirs = timelineOf(recorded).lanes.map((lane) => ({ label: lane.label, recorded: figures(lane) }));
  const known = new Set(theirs.map(({ label }) => label));
  return [
    ...theirs.map((lane): LaneDifference => {
      const own = mine.get(lane.label);
      return own === undefined ? lane : { ...lane, yours: own };
    }),
    ...[...mine].filter(([label]) => !known.has(label)).map(([label, own]): LaneDifference => ({ label, yours: own })),
  ];
}

function figures({ spans }: Lane): LaneFigures {
  const last = spans.at(-1);
  const blockedSeconds = spans.reduce((sum, { state, from, to }) => (state === 'blocking' ? sum + to.at - from.at : sum), 0);
  if (last !== undefined && isOver(last)) return { end: last.state, endedAt: last.from.at, blockedSeconds };
  return { end: 'unfinished', endedAt: last?.to.at ?? 0, blockedSeconds };
}
