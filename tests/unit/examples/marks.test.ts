import { describe, expect, it } from 'vitest';
import { ordinaryMarks, parseMarks } from '../../../src/examples/marks.ts';

const reason = { en: 'the point is what it costs', ko: '일에 드는 시간을 보이려는 것입니다' };

describe('parseMarks', () => {
  it('fills in what an ordinary example has', () => {
    expect(parseMarks(JSON.stringify({ work: 'real', reason }), 'x.json')).toEqual({ ...ordinaryMarks, work: 'real', reason });
    expect(parseMarks(JSON.stringify({ status: 1, browser: false, reason }), 'x.json')).toEqual({
      ...ordinaryMarks,
      status: 1,
      browser: false,
      reason,
    });
  });

  it.each([
    ['a mark without a reason', { work: 'real' }],
    ['a reason in one language', { work: 'real', reason: { en: reason.en } }],
    ['a reason without a mark', { reason }],
    ['what an ordinary example has anyway', { status: 0, reason }],
    ['a mark it does not know', { wrok: 'real', reason }],
  ])('refuses %s and names the file', (_, marks) => {
    expect(() => parseMarks(JSON.stringify(marks), 'content/examples/x.json')).toThrow(/content\/examples\/x\.json/);
  });

  it('names the file that is not JSON', () => {
    expect(() => parseMarks('{', 'x.json')).toThrow(/x\.json is not JSON/);
  });
});
