import { describe, expect, it } from 'vitest';
import { judge } from '../../bench/rows.ts';
import { median } from '../../bench/samples.ts';

const holds = (samples: Parameters<typeof judge>[0], margin?: number) =>
  judge(samples, margin).flatMap(({ limits }) => limits.map((limit) => limit.holds));

describe('a row of the benchmark', () => {
  it('compares medians with those of another', () => {
    expect(holds({ 'first-run': { site: [20, 25, 900], pyscript: [100, 100, 100] } })).toEqual([true]);
    expect(holds({ 'first-run': { site: [20, 26, 26], pyscript: [100, 100, 100] } })).toEqual([false]);
  });

  it('holds only where each of its limits holds', () => {
    expect(holds({ 'later-run': { site: [40], pyscript: [30] } })).toEqual([true, false]);
  });

  it('counts the largest of the bytes, not the median', () => {
    expect(holds({ 'page-bytes': { site: [90, 90, 121] } })).toEqual([false]);
  });

  it('compares one row with another', () => {
    expect(holds({ 'build-40': { site: [0.1] }, 'build-400': { site: [0.12] } })).toEqual([true]);
    expect(holds({ 'build-40': { site: [0.1] }, 'build-400': { site: [0.13] } })).toEqual([false]);
  });

  it('does not hold where there is nothing to compare with', () => {
    expect(holds({ 'first-run': { site: [1] } })).toEqual([false]);
    expect(holds({ 'build-400': { site: [1] } })).toEqual([false]);
  });

  it('may be over its limit by a margin', () => {
    expect(holds({ 'first-run': { site: [30], pyscript: [100] }, 'check-speed': { site: [50] } }, 1.5)).toEqual([true, true]);
    expect(holds({ 'first-run': { site: [40], pyscript: [100] }, 'check-speed': { site: [30] } }, 1.5)).toEqual([false, false]);
  });
});

it('the median of an even number of samples lies between the two in the middle', () => {
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([3, 1, 2])).toBe(2);
});
