/** What holds for every run, whatever it does: of its log as text, of its transcript, of its timeline. */
import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EventLog, RunEvent } from '../../../src/log/events.ts';
import { labelsOf } from '../../../src/log/labels.ts';
import type { LaneId, Moment, Timeline } from '../../../src/log/model.ts';
import { compareMoments } from '../../../src/log/model.ts';
import { continueLog, formatEvents, parseEvents } from '../../../src/log/parse.ts';
import { laneOf, lineAt, momentOf, placesAt, timelineOf } from '../../../src/log/timeline.ts';
import { formatTranscript, outputLines, parseTranscript, transcriptOf } from '../../../src/log/transcript.ts';
import type { Stream, TranscriptLine } from '../../../src/log/transcript.ts';
import { randomRun } from './random-run.ts';

const RUNS = { numRuns: 100 };
const LONG = { timeout: 60_000 };

/** What examples did, threads and eager tasks and all; and runs of a loop that nobody wrote a program for. */
const recorded = fc.constantFrom(...globSync('content/examples/*/*.events').sort()).map((file) => parseEvents(readFileSync(file, 'utf8')));
const madeUp = fc.record({ seed: fc.nat(1_000_000), tasks: fc.integer({ min: 1, max: 12 }), events: fc.integer({ min: 5, max: 200 }) })
  .map(({ seed, ...size }) => randomRun(seed, size));

const run = fc.oneof(recorded, madeUp);

const place = fc.record({ thread: fc.integer({ min: 1, max: 3 }), line: fc.integer({ min: 1, max: 99 }) }, { requiredKeys: ['thread'] });

/** Text as programs rarely write it: control characters, what breaks lines in editors, half of a surrogate pair. */
const text = fc.string({ unit: fc.oneof(fc.constantFrom('\n', '\r', '\t', '\\', '\u001b', '\u2028', '\ud800', '|', '='), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })), maxLength: 12 });

/** A run that does nothing but write: each with the seconds that pass before it. */
const printing: fc.Arbitrary<EventLog> = fc
  .array(fc.record({ place, text, stream: fc.constantFrom<Stream>('stdout', 'stderr'), after: fc.constantFrom(0, 0.0004, 0.001, 1.5) }), { maxLength: 20 })
  .map((writes) => {
    const log: RunEvent[] = [{ seq: 0, at: 0, kind: 'start', python: '3.14.2', epoch: 0, filename: 'a.py' }];
    let at = 0;
    for (const { place, text, stream, after } of writes) {
      at += after;
      log.push({ seq: log.length, at, kind: 'write', ...place, stream, text });
    }
    return [...log, { seq: log.length, at, kind: 'end', status: 0, reason: 'finished' }];
  });

const anyRun = fc.oneof(run, printing);

const holdsFor = (runs: fc.Arbitrary<EventLog>, check: (log: EventLog) => void): void => {
  // A property that returns false has failed, and assertions of Vitest return what they like.
  fc.assert(fc.property(runs, (log) => void check(log)), RUNS);
};

const writtenOn = (log: EventLog, stream: Stream): string =>
  log.flatMap((event) => (event.kind === 'write' && event.stream === stream ? [event.text] : [])).join('');

const shownOn = (lines: readonly TranscriptLine[], stream: Stream): string =>
  lines.flatMap((line) => (line.stream === stream ? [line.text + (line.partial ? '' : '\n')] : [])).join('');

/** At which line each lane is after event `seq`, of those that are there by then. */
const linesAfter = ({ lanes }: Timeline, seq: number): readonly string[] =>
  lanes.flatMap((lane) => (lane.spans[0] !== undefined && lane.spans[0].from.seq <= seq ? [`${lane.id} ${lineAt(lane, seq) ?? ''}`] : []));

const statesAt = (timeline: Timeline, moment: Moment): readonly string[] => placesAt(timeline, moment).map(({ lane, state }) => `${lane.id} ${state}`);

test('a log is read as it was written', LONG, () => {
  holdsFor(anyRun, (log) => expect(parseEvents(formatEvents(log))).toEqual(log));
});

test('a log that comes in pieces is the whole log', LONG, () => {
  fc.assert(
    fc.property(anyRun, fc.nat(), (log, cut) => {
      const at = cut % (log.length + 1);
      const first = continueLog(undefined, log.slice(0, at));
      expect([...first, ...continueLog(first.at(-1), log.slice(at))]).toEqual(log);
    }),
    RUNS,
  );
});

test.each<Stream>(['stdout', 'stderr'])('a transcript has all of what was written on %s, in its order', LONG, (stream) => {
  holdsFor(anyRun, (log) => expect(shownOn(transcriptOf(log).lines, stream)).toBe(writtenOn(log, stream)));
});

test('a transcript is read as it was written, and has a line of text for each of its lines', LONG, () => {
  holdsFor(anyRun, (log) => {
    const transcript = transcriptOf(log);
    const written = formatTranscript(transcript);
    expect(parseTranscript(written)).toEqual(transcript);
    expect(written.split(/[\n\r\u2028\u2029]/u)).toHaveLength(transcript.lines.length + 2);
  });
});

test('the output up to any event is the beginning of the whole output', LONG, () => {
  fc.assert(
    fc.property(anyRun, fc.nat(), fc.constantFrom<Stream>('stdout', 'stderr'), (log, until, stream) => {
      const soFar = shownOn(outputLines(log.slice(0, until % (log.length + 1))), stream);
      expect(shownOn(outputLines(log), stream).startsWith(soFar)).toBe(true);
    }),
    RUNS,
  );
});

test('the spans of a lane follow each other without gap or overlap, none is turned round, and the last ends with the run', LONG, () => {
  holdsFor(run, (log) => {
    const { lanes, end } = timelineOf(log);
    for (const { spans, id } of lanes) {
      expect(spans.filter(({ from, to }) => compareMoments(from, to) > 0 || from.at > to.at), id).toEqual([]);
      expect(spans.map(({ to }) => to), id).toEqual([...spans.slice(1).map(({ from }) => from), end]);
    }
  });
});

test('every task that the program created has one lane, from then on', LONG, () => {
  holdsFor(run, (log) => {
    const created = log.flatMap((event) =>
      event.kind === 'task-created' && !event.coroutine.startsWith('BaseEventLoop.shutdown_') ? [{ task: event.created, from: event.seq }] : [],
    );
    const lanes = timelineOf(log).lanes.flatMap((lane) => (lane.kind === 'task' ? [{ task: lane.task, from: lane.spans[0]?.from.seq }] : []));
    expect(lanes.sort((a, b) => a.task - b.task)).toEqual(created);
  });
});

test('every label is of one lane, however many have one name', LONG, () => {
  const named = fc.record({ name: fc.constantFrom('Task-1', 'Task-2', 'tick', 'main'), coroutine: fc.constantFrom('main', 'job', 'main.<locals>.job') });
  fc.assert(
    fc.property(fc.array(named, { maxLength: 12 }), (lanes) => {
      const labels = labelsOf(lanes);
      expect(labels).toHaveLength(lanes.length);
      expect(new Set(labels).size).toBe(labels.length);
    }),
    RUNS,
  );
});

test('links join lanes that are there, at moments in the order of the run', LONG, () => {
  holdsFor(run, (log) => {
    const timeline = timelineOf(log);
    const lives = (id: LaneId, seq: number): boolean => (laneOf(timeline, id)?.spans[0]?.from.seq ?? Infinity) <= seq;
    for (const link of timeline.links) {
      const others = link.kind === 'awaits' ? link.awaited : link.by === undefined ? [] : [link.by];
      for (const id of [link.lane, ...others]) expect(lives(id, link.at.seq), `${link.kind} ${id}`).toBe(true);
      const after = link.kind === 'awaits' ? link.until : link.kind === 'cancelled' ? link.delivered?.at : undefined;
      if (after !== undefined) expect(compareMoments(link.at, after)).toBeLessThan(0);
      expect(compareMoments(link.at, timeline.end)).toBeLessThanOrEqual(0);
    }
  });
});

test('steps cover each event once, and none lasts into the next', LONG, () => {
  holdsFor(anyRun, (log) => {
    const { steps, end } = timelineOf(log);
    expect(steps.flatMap(({ first, last }) => log.slice(first, last + 1))).toEqual(log);
    for (const [index, { at, lasts }] of steps.entries()) expect(at + lasts).toBeLessThanOrEqual((steps[index + 1]?.at ?? end.at) + 1e-9);
  });
});

test('who is where after an event does not depend on what comes after it: the run so far and the whole run say the same', LONG, () => {
  fc.assert(
    fc.property(run, fc.nat(), (log, chosen) => {
      const whole = timelineOf(log);
      const step = whole.steps[chosen % whole.steps.length];
      if (step === undefined) throw new Error('A run has steps.');
      const moment = momentOf(whole, step);
      const soFar = timelineOf(log.slice(0, step.last + 1));
      expect(linesAfter(whole, step.last)).toEqual(linesAfter(soFar, step.last));
      // Where time passes next, what comes after says who blocks meanwhile.
      if (step.lasts === 0) expect(statesAt(whole, moment)).toEqual(statesAt(soFar, moment));
    }),
    RUNS,
  );
});
