import { describe, expect, it } from 'vitest';
import { compareRuns, sameFigures, sameTime } from '../../../src/log/compare.ts';
import type { LineDifference } from '../../../src/log/compare.ts';
import type { EventLog } from '../../../src/log/events.ts';
import { story } from './build-log.ts';
import { blockedLoop, twoWorkers } from './stories.ts';

/** Prints each text after a pause of 0.1 s. */
const printer = (...texts: readonly string[]): EventLog =>
  story((run) => {
    for (const text of texts) {
      run.blocks({ what: 'sleep', seconds: 0.1 }, { line: 1 });
      run.passes(0.1);
      run.resumes(1);
      run.prints({ line: 2 }, text);
    }
  });

function told(difference: LineDifference): string {
  switch (difference.kind) {
    case 'same':
      return `  ${difference.recorded.text} ${difference.recorded.at} ${difference.yours.at}`;
    case 'recorded':
      return `- ${difference.recorded.text} ${difference.recorded.at}`;
    case 'yours':
      return `+ ${difference.yours.text} ${difference.yours.at}`;
  }
}

describe('two runs compared', () => {
  it.for([twoWorkers, blockedLoop])('are the same where nothing differs', (log) => {
    const { same, output, lanes } = compareRuns(log, log);
    expect(same).toBe(true);
    expect(output.every(({ kind }) => kind === 'same')).toBe(true);
    expect(lanes.every(({ recorded, yours }) => recorded !== undefined && yours !== undefined)).toBe(true);
  });

  it('show which lines of output are only in one of them, and when those of both were printed', () => {
    const comparison = compareRuns(printer('a', 'b', 'c', 'd'), printer('a', 'c', 'x', 'd'));
    expect(comparison.output.map(told)).toEqual(['  a 0.1 0.1', '- b 0.2', '  c 0.3 0.2', '+ x 0.3', '  d 0.4 0.4']);
    expect(comparison.same).toBe(false);
  });

  it('give back both outputs whole', () => {
    const [recorded, yours] = [printer('a', 'b', 'a', 'c'), printer('c', 'a', 'b')];
    const { output } = compareRuns(recorded, yours);
    expect(output.flatMap((line) => ('recorded' in line ? [line.recorded.text] : []))).toEqual(['a', 'b', 'a', 'c']);
    expect(output.flatMap((line) => ('yours' in line ? [line.yours.text] : []))).toEqual(['c', 'a', 'b']);
  });

  it('show what became of each task and thread', () => {
    const quicker = story((run) => {
      const main = run.creates({}, 'Task-1', 'main');
      run.steps(main, 1);
      const hog = run.creates({ task: main, line: 2 }, 'hog');
      run.suspends(main, 3, { what: 'task', task: hog });
      run.steps(hog, 4);
      run.sleepsHard(hog, 5, 0.2);
      run.finishes(hog, 6, 'failed', 'ValueError: no');
    });
    const { lanes, recordedSeconds, yourSeconds } = compareRuns(blockedLoop, quicker);
    expect([recordedSeconds, yourSeconds]).toEqual([0.5, 0.2]);
    expect(lanes.map(({ label, recorded, yours }) => [label, recorded?.end, yours?.end])).toEqual([
      ['MainThread', 'done', 'done'],
      ['main', 'done', 'unfinished'],
      ['ticker', 'done', undefined],
      ['hog', 'done', 'failed'],
      ['late', 'done', undefined],
    ]);
    const hog = lanes.find(({ label }) => label === 'hog');
    expect([hog?.recorded?.blockedSeconds, hog?.yours?.blockedSeconds]).toEqual([0.5, 0.2]);
  });

  it('differ where one has a thread or task that the other has not, or that ended otherwise', () => {
    const one = (name: string, outcome: 'returned' | 'failed', seconds = 0.1) =>
      story((run) => {
        const task = run.creates({}, name);
        run.steps(task, 1);
        run.sleepsHard(task, 2, seconds);
        run.finishes(task, 3, outcome);
        run.sleepsHard(task, 4, 0.5 - seconds);
      });
    const log = one('a', 'returned');
    expect(compareRuns(log, one('a', 'returned')).same).toBe(true);
    expect(compareRuns(log, one('b', 'returned')).same).toBe(false);
    expect(compareRuns(log, one('b', 'returned')).lanes.map(({ label, recorded, yours }) => [label, recorded?.end, yours?.end])).toEqual([
      ['MainThread', 'done', 'done'],
      ['a', 'done', undefined],
      ['b', undefined, 'done'],
    ]);
    expect(compareRuns(log, one('a', 'failed')).same).toBe(false);
    expect(compareRuns(log, one('a', 'returned', 0.2)).same).toBe(false);
  });

  it('have the lines of both one after the other where too many differ', () => {
    const lines = (name: string, count: number) =>
      story((run) => {
        run.prints({}, 'the first');
        for (let line = 0; line < count; line += 1) run.prints({}, `${name} ${line}`);
      });
    const kinds = (count: number) => compareRuns(lines('a', count), lines('b', count)).output.map(({ kind }) => kind);
    expect(kinds(750)).toEqual(['same', ...Array<string>(750).fill('recorded'), ...Array<string>(750).fill('yours')]);
    expect(kinds(751)).toEqual([...Array<string>(752).fill('recorded'), ...Array<string>(752).fill('yours')]);
  });

  it('print the same line where text, stream and end of line are the same', () => {
    const kinds = (yours: EventLog) => compareRuns(story((run) => run.prints({}, 'a')), yours).output.map(({ kind }) => kind);
    expect(kinds(story((run) => run.prints({}, 'a')))).toEqual(['same']);
    expect(kinds(story((run) => run.prints({}, 'b')))).toEqual(['recorded', 'yours']);
    expect(kinds(story((run) => run.prints({}, 'a', 'stderr')))).toEqual(['recorded', 'yours']);
    expect(kinds(story((run) => run.tell({ kind: 'write', thread: 1, stream: 'stdout', text: 'a' })))).toEqual(['recorded', 'yours']);
  });

  it('have the same times where a reader sees no difference', () => {
    expect(sameTime(1, 1.024)).toBe(true);
    expect(sameTime(1.024, 1)).toBe(true);
    expect(sameTime(0, 0.025)).toBe(false);
    expect(sameTime(0.025, 0)).toBe(false);
    const figures = { end: 'done', endedAt: 1, blockedSeconds: 0 } as const;
    expect(sameFigures(figures, figures)).toBe(true);
    expect(sameFigures(figures, { ...figures, end: 'failed' })).toBe(false);
    expect(sameFigures(figures, { ...figures, endedAt: 1.1 })).toBe(false);
    expect(sameFigures(figures, { ...figures, blockedSeconds: 0.1 })).toBe(false);
  });

  it('do not differ by a nanosecond', () => {
    const later = twoWorkers.map((event) => ({ ...event, at: event.at + 1e-7 }));
    expect(compareRuns(twoWorkers, later).same).toBe(true);
  });
});
