import { describe, expect, it } from 'vitest';
import { printedLines } from '../../../src/examples/printed-lines.ts';
import { shuffled } from '../../../src/examples/shuffle.ts';
import { type Answer, durationIsRight, parseAnswer, placesOf } from '../../../src/practice/prediction.ts';

describe('lines put in order', () => {
  it('are in their places or belong to others', () => {
    expect(placesOf(['a', 'b', 'c'], ['a', 'b', 'c'])).toEqual([null, null, null]);
    expect(placesOf(['a', 'c', 'b'], ['a', 'b', 'c'])).toEqual([null, 3, 2]);
  });

  it('are alike where they say the same', () => {
    expect(placesOf(['tick', 'tick', 'end'], ['tick', 'tick', 'end'])).toEqual([null, null, null]);
    expect(placesOf(['end', 'tick', 'tick'], ['tick', 'tick', 'end'])).toEqual([3, null, 1]);
  });
});

describe('a duration', () => {
  it('is right to the tenth of a second', () => {
    for (const given of [0.4, 0.40001]) expect(durationIsRight(given, 0.4004)).toBe(true);
    expect(durationIsRight(0.3, 0.4)).toBe(false);
    expect(durationIsRight(4, 0.4)).toBe(false);
  });

  it('may be more exact than it is asked for', () => {
    expect(durationIsRight(0.45, 0.45)).toBe(true);
    expect(durationIsRight(0.35, 0.351)).toBe(true);
  });
});

it.each<Answer>([
  { kind: 'order', lines: ['a', 'b'] },
  { kind: 'duration', seconds: 0.4 },
  { kind: 'choice', option: 2 },
])('the answer %j is read back from the page', (answer) => {
  expect(parseAnswer(JSON.stringify(answer))).toEqual(answer);
});

it('what is no answer is none', () => {
  for (const json of ['null', '1', '{}', '{"kind":"order"}', '{"kind":"guess"}']) expect(parseAnswer(json)).toBeNull();
});

describe('shuffled lines', () => {
  it('are the same lines in another order, the same each time', () => {
    for (const seed of ['basics/gather-order', 'basics/two-runs', 'x']) {
      for (const lines of [['a', 'b'], ['a', 'a', 'b'], ['1', '2', '3', '4', '5', '6']]) {
        const order = shuffled(lines, seed);
        expect(order).not.toEqual(lines);
        expect([...order].sort()).toEqual([...lines].sort());
        expect(shuffled(lines, seed)).toEqual(order);
      }
    }
  });

  it('stay where there is no other order', () => {
    expect(shuffled(['a', 'a'], 'x')).toEqual(['a', 'a']);
    expect(shuffled([], 'x')).toEqual([]);
  });
});

it('printed lines are whole, whatever pieces they came in', () => {
  const at = { at: 0, stream: 'stdout' } as const;
  const lines = [
    { ...at, text: 'one ', partial: true },
    { ...at, text: 'line', partial: false },
    { ...at, text: '', partial: false },
    { ...at, text: 'two', partial: false },
  ];
  expect(printedLines({ lines, end: { at: 0, status: 0, reason: 'finished' } })).toEqual(['one line', 'two']);
});
