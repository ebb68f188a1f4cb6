import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../src/log/axis.ts';
import { ticksOf } from '../../../src/log/ticks.ts';

/** Instants at these seconds, each of one step that takes no width, spread over an axis that ends with the last. */
function instants(...times: readonly number[]): readonly Instant[] {
  const end = times.at(-1) ?? 1;
  return times.map((at, index) => ({ at, firstStep: index, lastStep: index, from: at / end, to: at / end }));
}

const ticks = (times: readonly number[], width: number) => {
  const end = times.at(-1) ?? 1;
  return ticksOf(instants(...times), width, (_step, at) => at / end);
};

/** Times between two instants, `between` pixels apart. */
const roundTimes = (from: number, to: number, between: number) =>
  ticksOf(
    [
      { at: from, firstStep: 0, lastStep: 4, from: 0, to: 0 },
      { at: to, firstStep: 5, lastStep: 5, from: 1, to: 1 },
    ],
    between,
    (step, at) => {
      expect(step).toBe(4);
      return (at - from) / (to - from);
    },
  ).flatMap(({ at, eventful }) => (eventful ? [] : [at]));

describe('round times', () => {
  it('are multiples of one, two or five times a power of ten', () => {
    expect(roundTimes(0, 1, 10 * 64)).toEqual([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]);
    expect(roundTimes(0, 1, 5 * 64)).toEqual([0.2, 0.4, 0.6, 0.8]);
    expect(roundTimes(0, 1, 2 * 64)).toEqual([0.5]);
    expect(roundTimes(0, 20, 3 * 64)).toEqual([10]);
    expect(roundTimes(0, 300, 3 * 64)).toEqual([100, 200]);
  });

  it('are where there is room for one, 64 pixels each', () => {
    expect(roundTimes(0, 3, 63)).toEqual([]);
    expect(roundTimes(0, 3, 64)).toEqual([]);
    expect(roundTimes(0.5, 3.5, 3 * 64)).toEqual([1, 2, 3]);
    expect(roundTimes(0.5, 3.5, 3 * 64 - 1)).toEqual([2]);
  });

  it('are a quarter of their distance from what happens at least', () => {
    expect(roundTimes(0.7, 3.3, 3 * 64)).toEqual([1, 2, 3]);
    expect(roundTimes(0.75, 3.3, 3 * 64)).toEqual([2, 3]);
    expect(roundTimes(0.7, 3.25, 3 * 64)).toEqual([1, 2]);
    expect(roundTimes(0.8, 3.2, 3 * 64)).toEqual([2]);
  });
});

describe('ticks', () => {
  it('are at every instant, and in the order of their places', () => {
    const all = ticks([0, 1, 2], 640);
    expect(all.map(({ position }) => position)).toEqual(all.map(({ position }) => position).sort((a, b) => a - b));
    expect(all.filter(({ eventful }) => eventful).map(({ at }) => at)).toEqual([0, 1, 2]);
    expect(all.find(({ at }) => at === 0.2)).toEqual({ at: 0.2, position: 0.1, labelled: true, eventful: false });
    expect(all[0]).toEqual({ at: 0, position: 0, labelled: true, eventful: true });
  });

  it('are none where nothing happens', () => {
    expect(ticks([], 100)).toEqual([]);
  });
});

describe('labels', () => {
  const labelled = (times: readonly number[], width: number) => ticks(times, width).flatMap(({ at, labelled: is }) => (is ? [at] : []));

  it('are 40 pixels apart', () => {
    expect(labelled([0, 4, 8], 80)).toEqual([0, 4, 8]);
    expect(labelled([0, 4, 8], 79)).toEqual([0, 8]);
    // In cells of 40 pixels whose neighbours hold one.
    expect(labelled([0, 39, 100], 100)).toEqual([0, 100]);
    expect(labelled([0, 41, 100], 100)).toEqual([0, 41, 100]);
    expect(labelled([0, 61, 100], 100)).toEqual([0, 100]);
  });

  it('go to the first and the last, then to what happens, then to round times', () => {
    expect(labelled([0, 6, 10], 64)).toEqual([0, 10]);
    // 2 is 38 pixels before what happens at 2.6.
    const some = ticks([0, 2.6, 6], 6 * 64);
    expect(some.filter(({ at }) => at === 2 || at === 2.6)).toMatchObject([
      { at: 2, labelled: false, eventful: false },
      { at: 2.6, labelled: true, eventful: true },
    ]);
    expect(some.at(-1)).toMatchObject({ at: 6, labelled: true });
  });
});
