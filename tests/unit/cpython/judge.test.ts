import { describe, expect, it } from 'vitest';
import { judge, passRate } from '../../../src/cpython/judge.ts';
import type { KnownFailure } from '../../../src/cpython/known-failures.ts';
import { type Outcome, parseProgress } from '../../../src/cpython/results.ts';
import { chosenModules } from '../../../src/cpython/suite.ts';

const result = (test: string, outcome: Outcome) => ({ test, outcome, detail: '' });
const known = (test: string, fields: Partial<KnownFailure> = {}): KnownFailure => ({ test, kind: 'runtime', reason: 'a good reason', ...fields });

describe('judging results', () => {
  it('takes a failure that no entry explains as unexpected', () => {
    const { unexpected, counts } = judge([result('m.a', 'passed'), result('m.b', 'failed')], []);
    expect(unexpected.map(({ test }) => test)).toEqual(['m.b']);
    expect(counts).toMatchObject({ run: 2, passed: 1, failed: { unexpected: 1 } });
  });

  it('counts a known failure by its kind', () => {
    const { unexpected, stale, counts } = judge([result('m.a', 'failed')], [known('m.a', { kind: 'later-fix' })]);
    expect([unexpected, stale]).toEqual([[], []]);
    expect(counts.failed).toEqual({ platform: 0, 'later-fix': 1, runtime: 0, unexpected: 0 });
  });

  it('takes an entry that passes after all, is skipped or does not exist as wrong', () => {
    const { stale } = judge([result('m.a', 'passed'), result('m.b', 'skipped')], [known('m.a'), known('m.b'), known('m.c')]);
    expect(stale.map((sentence) => sentence.split(',')[0])).toEqual(['m.a passes', 'm.b is skipped', 'm.c does not exist']);
  });

  it('counts a test that is not even tried as run and failed', () => {
    const { stale, counts } = judge([], [known('m.a', { run: false })]);
    expect(stale).toEqual([]);
    expect(counts).toMatchObject({ run: 1, passed: 0, failed: { runtime: 1 } });
  });

  it('leaves what the platform cannot do out of the rate, and nothing else', () => {
    const results = [result('m.a', 'passed'), result('m.b', 'failed'), result('m.c', 'failed'), result('m.d', 'skipped')];
    expect(passRate(judge(results, [known('m.b', { kind: 'platform' }), known('m.c', { kind: 'later-fix' })]).counts)).toBe(50);
  });
});

describe('reading progress', () => {
  const line = (test: string, outcome: string) => `${JSON.stringify({ test, outcome, detail: '' })}\n`;

  it('knows the test that was under way when the interpreter died, though the last line is unfinished', () => {
    const text = `${line('m.a', 'started')}${line('m.a', 'passed')}${line('m.b', 'started')}{"test": "m.b`;
    expect(parseProgress(text)).toEqual({ results: [result('m.a', 'passed')], current: 'm.b', finished: false });
  });

  it('knows the end', () => {
    expect(parseProgress(line('', 'finished'))).toEqual({ results: [], current: null, finished: true });
  });
});

describe('choosing modules', () => {
  it('takes whole names and ends of names', () => {
    expect(chosenModules(['tasks', 'test.test_sched'])).toEqual(['test.test_asyncio.test_tasks', 'test.test_sched']);
  });

  it('refuses a name that means none', () => {
    expect(() => chosenModules(['nonsense'])).toThrow(/No module is called nonsense/);
  });
});
