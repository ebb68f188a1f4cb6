/** Every recorded run of every example, as a timeline: what must hold for all of them. */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseEvents } from '../../../src/log/parse.ts';
import { plain } from '../../../src/log/sentences/parts.ts';
import { sentenceOf } from '../../../src/log/sentences/sentences.ts';
import { momentOf, placesAt, spanAt, timelineOf } from '../../../src/log/timeline.ts';
import { tellLane } from './tell.ts';

const EXAMPLES = 'content/examples/';
const files = globSync(`${EXAMPLES}*/*.events`).sort();
const read = (name: string): ReturnType<typeof timelineOf> => timelineOf(parseEvents(readFileSync(`${EXAMPLES}${name}.events`, 'utf8')));

describe.for(files.map((file) => file.slice(EXAMPLES.length, -'.events'.length)))('the timeline of %s', (name) => {
  const timeline = read(name);
  const { log, steps, axis, lanes } = timeline;

  it('has lanes without gaps, and never two tasks of a loop that run at once unless one was started eagerly', () => {
    for (const { spans, label } of lanes) {
      for (const [index, span] of spans.entries()) expect(spans[index + 1]?.from ?? span.to, label).toEqual(span.to);
    }
    for (const step of steps) {
      const running = placesAt(timeline, momentOf(timeline, step)).filter(({ lane, state }) => lane.kind === 'task' && (state === 'running' || state === 'blocking'));
      const threads = running.map(({ lane }) => lane.thread);
      const eager = name.includes('eager');
      if (!eager) expect(new Set(threads).size, `step ${step.index}`).toBe(threads.length);
    }
  });

  it('has steps that cover each event once, each with a place of its own on the axis', () => {
    expect(steps.flatMap(({ first, last }) => log.slice(first, last + 1))).toEqual(log);
    const positions = steps.map(({ first }) => axis.position({ seq: first, at: log[first]?.at ?? 0 }));
    for (const [index, position] of positions.entries()) expect(position).toBeGreaterThan(positions[index - 1] ?? -1);
  });

  it('names the line where a task blocks the loop, and only then says that others cannot run', () => {
    for (const { kind, spans, label } of lanes) {
      if (kind !== 'task') continue;
      for (const span of spans) if (span.state === 'blocking') expect(span.line, label).toBeDefined();
    }
  });

  it('can be told in both languages', () => {
    for (const step of steps) {
      for (const language of ['en', 'ko'] as const) {
        const sentence = plain(sentenceOf(timeline, step, language));
        expect(sentence).toMatch(/[.]$/u);
        expect(sentence).not.toMatch(/undefined|NaN|task-\d|thread-\d/u);
      }
    }
  });

  it('ends with everybody over whom the end of the run finds over', () => {
    const last = log.at(-1);
    if (last?.kind !== 'end' || last.reason !== 'finished') return;
    const main = lanes.find(({ id }) => id === 'thread-1');
    expect(main === undefined ? undefined : spanAt(main, timeline.end)?.state).toBe(last.status === 0 ? 'done' : 'failed');
  });
});

it('there are recorded runs', () => {
  expect(files.length).toBeGreaterThan(50);
});

describe('what the pages tell', () => {
  it('late-alarm: the alarm is due at 0.1 s and rings at 0.4 s, as worker blocks the loop', () => {
    const timeline = read('basics/late-alarm');
    expect(tellLane(timeline, 'worker')).toContain('blocking 0-0.4 line 12 sleep 0.4 keeps alarm');
    expect(tellLane(timeline, 'alarm').slice(2)).toEqual([
      'waiting 0-0.1 line 7 sleep 0.1',
      'ready 0.1-0.4 line 7 overdue',
      'running 0.4 line 7',
      'done 0.4 line 8',
    ]);
  });

  it('five-naps: five threads sleep at once while main waits', () => {
    const timeline = read('basics/five-naps');
    const naps = timeline.lanes.filter(({ label }) => label.startsWith('asyncio_'));
    expect(naps.map(({ label }) => tellLane(timeline, label)[2])).toEqual(Array(5).fill('waiting 0-0.3 sleep 0.3'));
    expect(tellLane(timeline, 'main')).toContain('waiting 0-0.3 line 10 gather of ');
  });
});
