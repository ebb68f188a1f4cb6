import { describe, expect, it } from 'vitest';
import { timelineOf } from '../../../../src/log/timeline.ts';
import { layoutOf } from '../../../../src/timeline/layout.ts';
import { barAt, neighbour, stretchesAtLine, visibleSpans } from '../../../../src/timeline/player/hit.ts';
import type { Bar, Direction } from '../../../../src/timeline/player/hit.ts';
import { SpanText } from '../../../../src/timeline/span-text.ts';
import { timelineWords } from '../../../../src/timeline/words.ts';
import { randomRun } from '../../log/random-run.ts';
import { blockedLoop } from '../../log/stories.ts';

const timeline = timelineOf(blockedLoop);
const layout = layoutOf(timeline);
const text = new SpanText(timeline, timelineWords('en'));
const told = (bar: Bar | undefined): string => (bar === undefined ? 'nothing' : text.long(bar.row.lane, bar.span));

describe('the bar under the pointer', () => {
  it.for([blockedLoop, randomRun(4, { tasks: 10, events: 500 })])('is the one that is drawn there', (log) => {
    const run = timelineOf(log);
    const rows = layoutOf(run);
    for (const row of rows.rows) {
      for (const span of visibleSpans(run, row.lane)) {
        const from = run.axis.position(span.from);
        const to = run.axis.position(span.to);
        if (to === from) continue;
        expect(barAt(run, rows, (from + to) / 2, row.middle)?.span).toBe(span);
        expect(barAt(run, rows, from + (to - from) * 0.05, row.middle)?.span).toBe(span);
      }
    }
  });

  it('is none beside the lanes and before a task was created', () => {
    expect(barAt(timeline, layout, 0.5, 5)).toBeUndefined();
    const late = layout.rows.at(-1);
    expect(barAt(timeline, layout, 0.01, late?.middle ?? 0)).toBeUndefined();
  });
});

describe('the arrow keys', () => {
  const go = (from: Bar | undefined, ...directions: readonly Direction[]): Bar | undefined =>
    directions.reduce<Bar | undefined>((bar, direction) => (bar === undefined ? undefined : neighbour(timeline, layout, bar, direction)), from);
  const row = layout.rows.find(({ lane }) => lane.label === 'hog');
  const span = row?.lane.spans.find(({ state }) => state === 'blocking');
  const hog = row === undefined || span === undefined ? undefined : { row, span };

  it('go along a lane', () => {
    expect(told(go(hog, 'left'))).toBe('hog: running, line 3, at 0 s');
    expect(told(go(hog, 'right', 'right'))).toBe('hog: done, line 5, at 0.5 s');
    expect(told(go(hog, 'right', 'right', 'right'))).toBe('nothing');
  });

  it('go to what the lane above or below does at that moment', () => {
    expect(told(go(hog, 'up'))).toBe('ticker: waiting, sleep 0.1 s, line 9, from 0 to 0.1 s');
    expect(told(go(hog, 'down'))).toBe('late: ready, has not run yet, from 0 to 0.5 s');
    expect(told(go(hog, 'down', 'down'))).toBe('nothing');
  });
});

describe('a line of the program', () => {
  it('is where lanes were, from when to when', () => {
    const stretches = stretchesAtLine(timeline, 4);
    expect(stretches.map(({ lane }) => lane.label)).toEqual(['hog']);
    expect(stretches[0]?.to).toBeGreaterThan(stretches[0]?.from ?? 1);
    expect(stretchesAtLine(timeline, 99)).toEqual([]);
  });
});
