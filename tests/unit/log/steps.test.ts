import { describe, expect, it } from 'vitest';
import type { EventLog } from '../../../src/log/events.ts';
import { stepsOf } from '../../../src/log/steps.ts';
import { story } from './build-log.ts';
import { blockedLoop, cancelled, oneThread, twoWorkers } from './stories.ts';
import { tellStep } from './tell.ts';

const told = (log: EventLog): readonly string[] => stepsOf(log).map(tellStep);

describe('steps', () => {
  it('are what a reader would call one thing each, with the time that passes after them', () => {
    expect(told(twoWorkers)).toEqual([
      '0 started 0-0',
      '0 created 1-1',
      '0 stepped 2-2',
      '0 created 3-3',
      '0 created 4-4',
      '0 suspended 5-5',
      '0 stepped 6-6',
      '0 suspended 7-7',
      '0 stepped 8-8',
      '0 suspended 9-9',
      '0 blocked 10-10 +0.1',
      '0.1 woken 11-13',
      '0.1 stepped 14-14',
      '0.1 wrote 15-16',
      '0.1 ended 17-17',
      '0.1 blocked 18-18 +0.2',
      '0.3 woken 19-21',
      '0.3 stepped 22-22',
      '0.3 wrote 23-24',
      '0.3 ended 25-25',
      '0.3 woken 26-26',
      '0.3 stepped 27-27',
      '0.3 ended 28-28',
      '0.3 over 29-29',
    ]);
  });

  it('count a cancellation and the wake-up that comes of it as one', () => {
    expect(told(cancelled)).toContain('0.1 cancel-requested 12-13');
  });

  it('count that another thread goes on with what made it go on', () => {
    expect(told(oneThread)).toEqual([
      '0 started 0-0',
      '0 created 1-1',
      '0 blocked 2-3',
      '0 blocked 4-4 +0.2',
      '0.2 woken 5-6',
      '0.2 wrote 7-8',
      '0.2 ended 9-9',
      '0.2 woken 10-11',
      '0.2 over 12-12',
    ]);
  });

  it('leave out that a thread has begun, and that the loop looked around in vain', () => {
    const log = story((run) => {
      const main = run.creates({ line: 1 }, 'Task-1', 'main');
      run.steps(main, 2);
      const other = run.starts({ task: main, line: 3 }, 'other');
      run.blocks({ what: 'call', call: 'Thread.start' }, { task: main, line: 3 });
      run.resumes(other, false);
      run.tell({ kind: 'thread-woken', thread: 1 });
      run.blocks({ what: 'sleep', seconds: 0.2 });
      run.resumes(1, false);
      run.suspends(main, 4, { what: 'executor' });
      run.idles(0);
      run.idles(0.2);
      run.over();
    });
    expect(told(log)).toEqual([
      '0 started 0-0',
      '0 created 1-1',
      '0 stepped 2-2',
      '0 created 3-6',
      '0 blocked 7-8',
      '0 suspended 9-9',
      '0 blocked 10-13 +0.2',
      '0.2 woken 14-15',
      '0.2 over 16-16',
    ]);
  });

  it('give one step to what asyncio does for itself', () => {
    const log = story((run) => {
      const main = run.creates({ line: 1 }, 'Task-1', 'main');
      run.steps(main, 2);
      run.finishes(main, 3);
      for (const name of ['asyncgens', 'default_executor']) {
        const closing = run.creates({ line: 1 }, 'Task', `BaseEventLoop.shutdown_${name}`);
        run.steps(closing);
        run.finishes(closing);
      }
    });
    expect(told(log).slice(3)).toEqual(['0 ended 3-3', '0 closing 4-9', '0 over 10-10']);
  });

  it('join the writes of a line, and of a traceback, but not those of two lines', () => {
    const log = story((run) => {
      run.prints({ line: 1 }, 'one');
      run.prints({ line: 1 }, 'two');
      run.prints({}, 'Traceback (most recent call last):', 'stderr');
      run.prints({}, 'ValueError: no', 'stderr');
    });
    expect(told(log)).toEqual(['0 started 0-0', '0 wrote 1-2', '0 wrote 3-4', '0 wrote 5-8', '0 over 9-9']);
  });

  it.for([twoWorkers, blockedLoop, cancelled, oneThread])('cover each event once, and no time', (log) => {
    const steps = stepsOf(log);
    expect(steps.flatMap(({ first, last }) => log.slice(first, last + 1))).toEqual(log);
    for (const { first, last, at } of steps) expect(log.slice(first, last + 1).every((event) => event.at === at)).toBe(true);
  });

  it('know what a task waited for when it goes on, and whether it was cancelled', () => {
    const stepped = stepsOf(cancelled).flatMap(({ what }) => (what.kind === 'stepped' ? [what] : []));
    expect(stepped).toEqual([
      { kind: 'stepped', task: 1, line: 20, cancelled: false },
      { kind: 'stepped', task: 2, line: 3, cancelled: false },
      { kind: 'stepped', task: 1, line: 22, after: { what: 'sleep', seconds: 0.1 }, cancelled: false },
      { kind: 'stepped', task: 2, line: 5, after: { what: 'sleep', seconds: 9 }, cancelled: true },
      { kind: 'stepped', task: 2, line: 7, after: { what: 'sleep', seconds: 0.2 }, cancelled: false },
      { kind: 'stepped', task: 1, line: 24, after: { what: 'task', task: 2 }, cancelled: false },
    ]);
  });
});
