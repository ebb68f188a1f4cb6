import { describe, expect, it } from 'vitest';
import { timelineOf } from '../../../src/log/timeline.ts';
import { story } from './build-log.ts';
import { blockedLoop, cancelled, oneThread, twoWorkers } from './stories.ts';
import { tellLane } from './tell.ts';

describe('a lane', () => {
  it('says when a task was ready, ran, and waited for what', () => {
    const timeline = timelineOf(twoWorkers);
    expect(tellLane(timeline, 'slow')).toEqual([
      'ready 0 line 3 created',
      'running 0 line 3',
      'waiting 0-0.3 line 4 sleep 0.3',
      'ready 0.3 line 4 woken',
      'running 0.3 line 4',
      'done 0.3 line 5',
    ]);
    expect(tellLane(timeline, 'main')).toContain('waiting 0-0.3 line 10 slow');
  });

  it('of a thread that runs a loop waits for the loop while nothing is ready', () => {
    expect(tellLane(timelineOf(twoWorkers), 'MainThread')).toEqual([
      'running 0',
      'waiting 0-0.1 line 12 loop',
      'ready 0.1 line 12 woken',
      'running 0.1 line 12',
      'waiting 0.1-0.3 line 12 loop',
      'ready 0.3 line 12 woken',
      'running 0.3 line 12',
      'done 0.3 line 12',
    ]);
  });

  it('shows who blocks the loop, at which line, and whom that keeps', () => {
    const timeline = timelineOf(blockedLoop);
    expect(tellLane(timeline, 'hog')).toContain('blocking 0-0.5 line 4 sleep 0.5 keeps ticker, late');
    expect(tellLane(timeline, 'late')[0]).toBe('ready 0-0.5 created');
  });

  it('is ready, not waiting, from when its sleep ends in a blocked loop', () => {
    expect(tellLane(timelineOf(blockedLoop), 'ticker').slice(2, 4)).toEqual([
      'waiting 0-0.1 line 9 sleep 0.1',
      'ready 0.1-0.5 line 9 overdue',
    ]);
  });

  it('shows work as blocking', () => {
    const timeline = timelineOf(
      story((run) => {
        const main = run.creates({}, 'Task-1', 'main');
        run.steps(main, 3);
        run.passes(0.2);
        run.prints({ task: main, line: 4 }, 'half');
        run.passes(0.2);
        run.finishes(main, 5);
      }),
    );
    expect(tellLane(timeline, 'main')).toEqual([
      'ready 0 created',
      'blocking 0-0.2 line 3 keeps nobody',
      'running 0.2 line 4',
      'blocking 0.2-0.4 line 4 keeps nobody',
      'done 0.4 line 5',
    ]);
  });

  it('of a thread blocks where a callback of its loop does not yield', () => {
    const timeline = timelineOf(
      story((run) => {
        const main = run.creates({}, 'Task-1', 'main');
        run.steps(main, 3);
        run.suspends(main, 4, { what: 'sleep', seconds: 0.1 });
        run.blocks({ what: 'sleep', seconds: 0.3 }, { line: 8 });
        run.passes(0.3);
        run.resumes(1);
        run.wakes({}, main);
        run.steps(main, 4);
        run.finishes(main, 5);
      }),
    );
    expect(tellLane(timeline, 'MainThread')).toContain('blocking 0-0.3 line 8 sleep 0.3 keeps main');
  });

  it('does not block a loop with a thread of its own', () => {
    const timeline = timelineOf(oneThread);
    expect(tellLane(timeline, 'Thread-1 (work)')).toContain('waiting 0-0.2 line 4 sleep 0.2');
    expect(tellLane(timeline, 'MainThread')).toContain('waiting 0-0.2 line 8 Thread-1 (work)');
  });

  it('is ready at once when it gives its turn away', () => {
    const timeline = timelineOf(
      story((run) => {
        const main = run.creates({}, 'Task-1', 'main');
        run.steps(main, 3);
        run.suspends(main, 4, { what: 'turn' });
        run.steps(main, 4);
        run.finishes(main, 5);
      }),
    );
    expect(tellLane(timeline, 'main')[2]).toBe('ready 0 line 4 turn');
  });

  it('of a task that starts another eagerly goes on running', () => {
    const timeline = timelineOf(
      story((run) => {
        const main = run.creates({}, 'Task-1', 'main');
        run.steps(main, 3);
        const eager = run.creates({ task: main, line: 4 }, 'eager');
        run.steps(eager, 8);
        run.sleepsHard(eager, 9, 0.2);
        run.suspends(eager, 10, { what: 'sleep', seconds: 1 });
        run.finishes(main, 5);
      }),
    );
    expect(tellLane(timeline, 'eager')).toContain('blocking 0-0.2 line 9 sleep 0.2 keeps nobody');
    expect(tellLane(timeline, 'main')).toEqual(['ready 0 created', 'running 0-0.2 line 3', 'done 0.2 line 5']);
  });

  it('of a thread that lost the interpreter is ready', () => {
    const timeline = timelineOf(
      story((run) => {
        const other = run.starts({ line: 2 }, 'other');
        run.resumes(other, false);
        run.prints({ line: 9 }, 'hello');
        run.ends();
        run.resumes(1, false);
      }),
    );
    expect(tellLane(timeline, 'MainThread')).toEqual(['running 0', 'ready 0 line 2 switched', 'running 0 line 2', 'done 0 line 2']);
  });

  it('ends as its task ended', () => {
    const timeline = timelineOf(cancelled);
    expect(tellLane(timeline, 'worker').at(-1)).toBe('cancelled 0.3 line 8');
    expect(tellLane(timeline, 'main').at(-1)).toBe('failed 0.3 line 25 ValueError: no');
    expect(tellLane(timeline, 'MainThread').at(-1)).toBe('failed 0.3 line 30');
  });

  it('that never ends lasts to the end of the run', () => {
    const timeline = timelineOf(
      story((run) => {
        const main = run.creates({}, 'Task-1', 'main');
        run.steps(main, 3);
        run.suspends(main, 4, { what: 'call', call: 'Event.wait' });
        run.blocks({ what: 'loop', loop: 1 });
        run.over(1, 'deadlock');
      }),
    );
    expect(tellLane(timeline, 'main').at(-1)).toBe('waiting 0 line 4 Event.wait');
    expect(tellLane(timeline, 'MainThread').at(-1)).toBe('waiting 0 loop');
  });

  it.for([twoWorkers, blockedLoop, cancelled, oneThread])('has no gap and no overlap', (log) => {
    for (const lane of timelineOf(log).lanes) {
      expect(lane.spans.at(-1)?.to).toEqual({ seq: log.at(-1)?.seq, at: log.at(-1)?.at });
      for (const [index, span] of lane.spans.entries()) {
        expect(lane.spans[index + 1]?.from ?? span.to).toEqual(span.to);
      }
    }
  });
});

describe('lanes', () => {
  it('stand under the thread that runs their loop', () => {
    const timeline = timelineOf(
      story((run) => {
        const main = run.creates({ line: 9 }, 'Task-1', 'main');
        run.steps(main, 3);
        const helper = run.starts({ task: main, line: 4 }, 'helper');
        run.suspends(main, 5, { what: 'executor' });
        run.resumes(helper, false);
        const inner = run.creates({ line: 20 }, 'inner', 'inner', { loop: 2 });
        run.steps(inner, 21);
        run.finishes(inner, 22);
        run.ends();
        run.resumes(1, false);
      }),
    );
    expect(timeline.groups.map(({ thread, tasks }) => [thread.label, ...tasks.map(({ label }) => label)])).toEqual([
      ['MainThread', 'main'],
      ['helper', 'inner'],
    ]);
  });
});
