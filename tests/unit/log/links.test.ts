import { describe, expect, it } from 'vitest';
import { timelineOf } from '../../../src/log/timeline.ts';
import { story } from './build-log.ts';
import { blockedLoop, cancelled, oneThread, twoWorkers } from './stories.ts';
import { tellLinks } from './tell.ts';

describe('links', () => {
  it('say who created whom', () => {
    expect(tellLinks(timelineOf(twoWorkers), 'created')).toEqual([
      'MainThread created main at line 12 0',
      'main created quick at line 8 0',
      'main created slow at line 9 0',
    ]);
  });

  it('lead from who waits to what it waits for', () => {
    expect(tellLinks(timelineOf(twoWorkers), 'awaits')).toEqual(['main awaits slow at line 10 0-0.3']);
    expect(tellLinks(timelineOf(blockedLoop), 'awaits')).toEqual(['main awaits ticker, hog, late at line 16 0-0.5']);
    expect(tellLinks(timelineOf(oneThread), 'awaits')).toEqual(['MainThread awaits Thread-1 (work) at line 8 0-0.2']);
  });

  it('name the one whose end woke somebody: of several, the last', () => {
    expect(tellLinks(timelineOf(twoWorkers), 'woke')).toEqual(['slow woke main 0.3']);
    expect(tellLinks(timelineOf(blockedLoop), 'woke')).toEqual(['ticker woke main 0.5']);
    expect(tellLinks(timelineOf(oneThread), 'woke')).toEqual(['Thread-1 (work) woke MainThread 0.2']);
  });

  it('name the line that woke somebody by a call', () => {
    const timeline = timelineOf(
      story((run) => {
        const main = run.creates({}, 'Task-1', 'main');
        run.steps(main, 3);
        const waiter = run.creates({ task: main, line: 4 }, 'waiter');
        run.suspends(main, 5, { what: 'turn' });
        run.steps(waiter, 9);
        run.suspends(waiter, 10, { what: 'call', call: 'Event.wait' });
        run.steps(main, 5);
        run.wakes({ task: main, line: 6 }, waiter);
        run.finishes(main, 7);
      }),
    );
    expect(tellLinks(timeline, 'woke')).toEqual(['main woke waiter at line 6 0']);
  });

  it('say who cancelled whom, and at which line that arrived', () => {
    expect(tellLinks(timelineOf(cancelled), 'cancelled')).toEqual([
      'main cancelled worker at line 23 0.1 (enough) delivered at line 5 0.1',
    ]);
  });

  it('do not say twice that a cancelled task is ready', () => {
    expect(tellLinks(timelineOf(cancelled), 'woke')).toEqual(['worker woke main 0.3']);
  });

  it('know a cancellation that never arrived', () => {
    const timeline = timelineOf(
      story((run) => {
        const main = run.creates({}, 'Task-1', 'main');
        run.steps(main, 3);
        run.finishes(main, 4);
        run.cancels({}, main);
      }),
    );
    expect(tellLinks(timeline, 'cancelled')).toEqual(['nobody cancelled main 0 () delivered nowhere']);
  });
});
