import { describe, expect, it } from 'vitest';
import type { ExerciseCheck } from '../../../src/examples/exercise.ts';
import { judge } from '../../../src/examples/judge.ts';
import type { Ended, EventLog, RunEvent } from '../../../src/log/events.ts';

interface Story {
  readonly out?: string;
  readonly err?: string;
  readonly seconds?: number;
  readonly end?: Partial<Pick<Ended, 'status' | 'reason'>>;
}

function logOf({ out = '', err = '', seconds = 0, end = {} }: Story): EventLog {
  const events: RunEvent[] = [{ kind: 'start', seq: 0, at: 0, python: '3.14.2', epoch: 0, filename: 'program.py' }];
  for (const [stream, text] of [['stdout', out], ['stderr', err]] as const) {
    // As `print` does: a text and its newline in two writes.
    for (const piece of text.split(/(?=\n)|(?<=\n)/u)) events.push({ kind: 'write', seq: events.length, at: 0, thread: 1, stream, text: piece });
  }
  events.push({ kind: 'end', seq: events.length, at: seconds, status: 0, reason: 'finished', ...end });
  return events;
}

const verdict = (check: ExerciseCheck, story: Story = {}, source = '') => judge([check], { source, log: logOf(story) }, 'en');
const said = (check: ExerciseCheck, story?: Story, source?: string) => verdict(check, story, source).findings.map(({ sentence }) => sentence);

describe('output, line by line', () => {
  const check: ExerciseCheck = { kind: 'output', equals: ['one', 'two'] };

  it('is right when every line is', () => {
    expect(verdict(check, { out: 'one\ntwo\n' }).passed).toBe(true);
    expect(said(check, { out: 'one\ntwo\n' })).toEqual(['All 2 lines of the output are right.']);
  });

  it('does not care whether the last line ends', () => {
    expect(verdict(check, { out: 'one\ntwo' }).passed).toBe(true);
  });

  it('tells the first line that differs, what it should be and what it is', () => {
    expect(said(check, { out: 'one\nthree\n' })).toEqual(['Line 2 of the output should be “two”, but it is “three”.']);
  });

  it('tells what is missing, and what is too many', () => {
    expect(said(check, { out: 'one\n' })).toEqual(['Line 2 of the output should be “two”, but the output ends after 1 line.']);
    expect(said(check, { out: 'one\ntwo\nthree\n' })).toEqual(['The output should end after 2 lines, but “three” follows.']);
    expect(said(check)).toEqual(['The program should print 2 lines, but it printed nothing.']);
  });

  it('looks at stdout alone', () => {
    expect(verdict(check, { out: 'one\ntwo\n', err: 'a warning\n' }).passed).toBe(true);
  });

  it('counts an empty line as a line', () => {
    expect(verdict({ kind: 'output', equals: ['one', '', 'two'] }, { out: 'one\n\ntwo\n' }).passed).toBe(true);
    expect(verdict(check, { out: 'one\ntwo\n\n' }).passed).toBe(false);
  });
});

describe('a part of the output', () => {
  it('may be on either stream', () => {
    expect(verdict({ kind: 'output', includes: 'warning' }, { err: 'a warning\n' }).passed).toBe(true);
    expect(said({ kind: 'output', excludes: 'never awaited' }, { err: 'was never awaited\n' })).toEqual([
      'The output should not contain “never awaited”, but it does.',
    ]);
    expect(said({ kind: 'output', includes: 'total: 7' }, { out: '' })).toEqual(['The output should contain “total: 7”, but it does not.']);
  });

  it('that is missing is held against the line most like it', () => {
    expect(said({ kind: 'output', includes: 'total: 7' }, { out: 'begin\ntotal: 6\nend\n' })).toEqual([
      'The output should contain “total: 7”, but it does not. The nearest line is “total: 6”.',
    ]);
  });
});

describe('the duration', () => {
  const check: ExerciseCheck = { kind: 'duration', atLeast: 0.2, atMost: 0.3 };

  it('is judged to the millisecond, its ends included', () => {
    expect(verdict(check, { seconds: 0.300000012 }).passed).toBe(true);
    expect(verdict(check, { seconds: 0.2 }).passed).toBe(true);
    expect(said(check, { seconds: 0.4 })).toEqual(['The run should take between 0.2 and 0.3 s, but it took 0.4 s.']);
  });
});

describe('the program itself', () => {
  it('is looked through without its comments, but with its strings', () => {
    const source = 'print("a#b")  # time.sleep(1)\n';
    expect(verdict({ kind: 'source', excludes: 'time.sleep' }, {}, source).passed).toBe(true);
    expect(verdict({ kind: 'source', includes: '"a#b"' }, {}, source).passed).toBe(true);
    expect(said({ kind: 'source', includes: 'gather' }, {}, '# gather\n')).toEqual(['The program should contain “gather”, but it does not.']);
  });
});

describe('a run that ended badly', () => {
  const check: ExerciseCheck = { kind: 'output', includes: 'one' };

  it('fails whatever it printed, and says so first', () => {
    const err = 'Traceback (most recent call last):\n  File "program.py", line 1\nValueError: too short\n';
    const failed = verdict(check, { out: 'one\n', err, end: { status: 1 } });
    expect(failed.passed).toBe(false);
    expect(failed.findings).toEqual([
      { ok: false, sentence: 'The program ended with an error: ValueError: too short' },
      { ok: true, sentence: 'The output contains “one”, as it should.' },
    ]);
    expect(said(check, { out: 'one\n', end: { status: 3 } })[0]).toBe('The program should end normally, but its exit status is 3.');
    expect(said(check, { out: 'one\n', seconds: 0.2, end: { status: 1, reason: 'deadlock' } })[0]).toMatch(/^The program got stuck at 0.2 s/);
  });
});

it('judges in Korean too', () => {
  const log = logOf({ out: 'one\n', seconds: 0.4 });
  const checks: ExerciseCheck[] = [{ kind: 'output', equals: ['two'] }, { kind: 'duration', atLeast: 0.1, atMost: 0.2 }];
  expect(judge(checks, { source: '', log }, 'ko').findings.map(({ sentence }) => sentence)).toEqual([
    '출력의 1번째 줄에는 “two”라고 나와야 하는데, “one”이라고 나왔습니다.',
    '실행이 0.1초에서 0.2초 사이에 끝나야 하는데, 0.4초가 걸렸습니다.',
  ]);
});

it('refuses to judge a run that is not over', () => {
  expect(() => judge([], { source: '', log: logOf({}).slice(0, -1) }, 'en')).toThrow(/has ended/);
});
