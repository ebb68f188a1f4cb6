/**
 * Two runs side by side: the recorded one and the reader's own, after an edit. Says what is the same, what is only in one
 * of them, and what happens at another time. Pure.
 */
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

/** More lines than this in both runs are not matched one by one: the time grows with the product. */
const MOST_LINES = 1500;

function compareOutput(recorded: readonly TranscriptLine[], yours: readonly TranscriptLine[]): readonly LineDifference[] {
  const start = commonStart(recorded, yours);
  const restOfRecorded = recorded.slice(start);
  const restOfYours = yours.slice(start);
  return [
    ...recorded.slice(0, start).flatMap((line, index) => pair(line, yours[index])),
    ...matchLines(restOfRecorded.slice(0, MOST_LINES), restOfYours.slice(0, MOST_LINES)),
    ...restOfRecorded.slice(MOST_LINES).map((line): LineDifference => ({ kind: 'recorded', recorded: line })),
    ...restOfYours.slice(MOST_LINES).map((line): LineDifference => ({ kind: 'yours', yours: line })),
  ];
}

function commonStart(a: readonly TranscriptLine[], b: readonly TranscriptLine[]): number {
  let length = 0;
  while (length < a.length && length < b.length && sameText(a[length], b[length])) length += 1;
  return length;
}

/** The longest common subsequence, as every diff does it. */
function matchLines(recorded: readonly TranscriptLine[], yours: readonly TranscriptLine[]): readonly LineDifference[] {
  const width = yours.length + 1;
  // common[i][j]: how many lines recorded[i…] and yours[j…] have in common, in order.
  const common = new Uint16Array((recorded.length + 1) * width);
  const at = (i: number, j: number): number => common[i * width + j] ?? 0;
  for (let i = recorded.length - 1; i >= 0; i -= 1) {
    for (let j = yours.length - 1; j >= 0; j -= 1) {
      common[i * width + j] = sameText(recorded[i], yours[j]) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const result: LineDifference[] = [];
  let i = 0;
  let j = 0;
  for (;;) {
    const [a, b] = [recorded[i], yours[j]];
    if (a !== undefined && b !== undefined && sameText(a, b)) {
      result.push({ kind: 'same', recorded: a, yours: b });
      i += 1;
      j += 1;
    } else if (a !== undefined && (b === undefined || at(i + 1, j) >= at(i, j + 1))) {
      result.push({ kind: 'recorded', recorded: a });
      i += 1;
    } else if (b !== undefined) {
      result.push({ kind: 'yours', yours: b });
      j += 1;
    } else {
      return result;
    }
  }
}

function pair(recorded: TranscriptLine, yours: TranscriptLine | undefined): readonly LineDifference[] {
  return yours === undefined ? [] : [{ kind: 'same', recorded, yours }];
}

function sameText(a: TranscriptLine | undefined, b: TranscriptLine | undefined): boolean {
  return a !== undefined && b !== undefined && a.text === b.text && a.stream === b.stream && a.partial === b.partial;
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
