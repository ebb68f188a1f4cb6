import { describe, expect, it } from 'vitest';
import { compareRuns } from '../../../src/log/compare.ts';
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

  it('do not differ by a nanosecond', () => {
    const later = twoWorkers.map((event) => ({ ...event, at: event.at + 1e-7 }));
    expect(compareRuns(twoWorkers, later).same).toBe(true);
  });
});
