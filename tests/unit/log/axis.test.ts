import { describe, expect, it } from 'vitest';
import type { EventLog } from '../../../src/log/events.ts';
import { timelineOf } from '../../../src/log/timeline.ts';
import { story } from './build-log.ts';
import { randomRun } from './random-run.ts';
import { blockedLoop, cancelled, oneThread, twoWorkers } from './stories.ts';

const logs: readonly EventLog[] = [
  twoWorkers,
  blockedLoop,
  cancelled,
  oneThread,
  ...[1, 2, 3, 4, 5].map((seed) => randomRun(seed, { tasks: seed * 4, events: seed * 200 })),
];

/** Sleeps, one after another. */
const sleeper = (...seconds: readonly number[]): EventLog =>
  story((run) => {
    const main = run.creates({}, 'Task-1', 'main');
    run.steps(main, 1);
    for (const pause of seconds) {
      run.suspends(main, 2, { what: 'sleep', seconds: pause });
      run.idles(pause);
      run.wakes({}, main);
      run.steps(main, 2);
    }
    run.finishes(main, 3);
  });

describe('the axis', () => {
  it.for(logs)('never goes back, stays within 0 and 1, and gives each step a place of its own', (log) => {
    const { axis, steps } = timelineOf(log);
    const positions = log.map(({ seq, at }) => axis.position({ seq, at }));
    expect(positions.every((position, index) => position >= (positions[index - 1] ?? 0) && position <= 1)).toBe(true);
    for (const { index, first } of steps.slice(1)) {
      const here = axis.position({ seq: first, at: log[first]?.at ?? 0 });
      const before = axis.position({ seq: first - 1, at: log[first - 1]?.at ?? 0 });
      expect((here - before) * axis.width, `step ${index}`).toBeGreaterThan(1.9);
    }
  });

  it.for(logs)('finds the step under the playhead', (log) => {
    const { axis, steps } = timelineOf(log);
    for (const { index, at, lasts } of steps) {
      for (const seconds of lasts === 0 ? [at] : [at, at + lasts / 2]) {
        const found = axis.locate(axis.playhead(index, seconds));
        expect(found.index).toBe(index);
        expect(found.at).toBeCloseTo(seconds, 9);
      }
    }
    expect(axis.locate(-1).index).toBe(0);
    expect(axis.locate(2).index).toBe(steps.length - 1);
  });

  it('draws equal durations equally long', () => {
    const { axis } = timelineOf(sleeper(0.1, 0.2, 0.1));
    const [first, second, third] = axis.instants.slice(0, -1).map(({ to }, index) => (axis.instants[index + 1]?.from ?? 0) - to);
    expect(third).toBeCloseTo(first ?? 0, 9);
    expect(second).toBeCloseTo(2 * (first ?? 0), 9);
  });

  it('keeps 0.01 s visible beside 100 s', () => {
    const { axis } = timelineOf(sleeper(0.01, 100));
    const [short] = axis.instants.map(({ to }, index) => ((axis.instants[index + 1]?.from ?? 1) - to) * axis.width);
    expect(short).toBeGreaterThan(10);
  });

  it('goes on where time passes after an event', () => {
    const { axis, steps } = timelineOf(sleeper(0.4));
    const idle = steps.find(({ lasts }) => lasts > 0);
    const [a, b, c] = [0.1, 0.2, 0.3].map((at) => axis.position({ seq: idle?.last ?? 0, at }));
    expect((c ?? 0) - (b ?? 0)).toBeCloseTo((b ?? 0) - (a ?? 0), 9);
  });

  it.each([0.01, 0.3, 1, 7, 100])('labels a run of %d s at both ends and round times, with room between', (seconds) => {
    const { axis } = timelineOf(sleeper(seconds));
    const labelled = axis.ticks(axis.width).filter((tick) => tick.labelled);
    expect(labelled[0]?.at).toBe(0);
    expect(labelled.at(-1)?.at).toBe(seconds);
    expect(labelled.length).toBeGreaterThan(2);
    for (const [index, tick] of labelled.slice(1).entries()) {
      expect((tick.position - (labelled[index]?.position ?? 0)) * axis.width).toBeGreaterThanOrEqual(40);
    }
  });

  it('of an empty log is empty', () => {
    const { axis } = timelineOf([]);
    expect(axis.position({ seq: 0, at: 0 })).toBe(0);
    expect(axis.locate(0.5)).toEqual({ index: 0, at: 0 });
    expect(axis.ticks(axis.width)).toEqual([]);
  });
});
