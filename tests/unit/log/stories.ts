/** Runs that many tests look at, as a reader knows them from the pages. */
import type { EventLog } from '../../../src/log/events.ts';
import { story } from './build-log.ts';

/**
 * Two workers sleep together, 0.1 and 0.3 s; main awaits the second.
 *
 *      1 import asyncio
 *      2
 *      3 async def worker(seconds):
 *      4     await asyncio.sleep(seconds)
 *      5     print("done")
 *      6
 *      7 async def main():
 *      8     asyncio.create_task(worker(0.1), name="quick")
 *      9     slow = asyncio.create_task(worker(0.3), name="slow")
 *     10     await slow
 *     11
 *     12 asyncio.run(main())
 */
export const twoWorkers: EventLog = story((run) => {
  const main = run.creates({ line: 12 }, 'Task-1', 'main', { definedAt: 7 });
  run.steps(main, 7);
  const quick = run.creates({ task: main, line: 8 }, 'quick', 'worker', { definedAt: 3 });
  const slow = run.creates({ task: main, line: 9 }, 'slow', 'worker', { definedAt: 3 });
  run.suspends(main, 10, { what: 'task', task: slow });
  run.steps(quick, 3);
  run.suspends(quick, 4, { what: 'sleep', seconds: 0.1 });
  run.steps(slow, 3);
  run.suspends(slow, 4, { what: 'sleep', seconds: 0.3 });
  run.idles(0.1);
  run.wakes({}, quick);
  run.steps(quick, 4);
  run.prints({ task: quick, line: 5 }, 'done');
  run.finishes(quick, 5);
  run.idles(0.2);
  run.wakes({}, slow);
  run.steps(slow, 4);
  run.prints({ task: slow, line: 5 }, 'done');
  run.finishes(slow, 5);
  run.wakes({}, main);
  run.steps(main, 10);
  run.finishes(main, 10);
});

/** `hog` calls `time.sleep(0.5)` at line 4 while `ticker`, asleep for 0.1 s at line 9, would like to go on. */
export const blockedLoop: EventLog = story((run) => {
  const main = run.creates({ line: 20 }, 'Task-1', 'main');
  run.steps(main, 12);
  const ticker = run.creates({ task: main, line: 13 }, 'ticker');
  const hog = run.creates({ task: main, line: 14 }, 'hog');
  const late = run.creates({ task: main, line: 15 }, 'late');
  run.suspends(main, 16, { what: 'tasks', tasks: [ticker, hog, late], call: 'gather' });
  run.steps(ticker, 8);
  run.suspends(ticker, 9, { what: 'sleep', seconds: 0.1 });
  run.steps(hog, 3);
  run.sleepsHard(hog, 4, 0.5);
  run.finishes(hog, 5);
  run.steps(late, 10);
  run.finishes(late, 11);
  run.wakes({}, ticker);
  run.steps(ticker, 9);
  run.finishes(ticker, 9);
  run.wakes({}, main);
  run.steps(main, 16);
  run.finishes(main, 17);
});

/** main cancels a sleeping worker with a message; the worker cleans up for 0.2 s and is cancelled. */
export const cancelled: EventLog = story((run) => {
  const main = run.creates({ line: 30 }, 'Task-1', 'main');
  run.steps(main, 20);
  const worker = run.creates({ task: main, line: 21 }, 'worker');
  run.suspends(main, 22, { what: 'sleep', seconds: 0.1 });
  run.steps(worker, 3);
  run.suspends(worker, 5, { what: 'sleep', seconds: 9 });
  run.idles(0.1);
  run.wakes({}, main);
  run.steps(main, 22);
  run.cancels({ task: main, line: 23 }, worker, 'enough');
  run.wakes({ task: main, line: 23 }, worker);
  run.suspends(main, 24, { what: 'task', task: worker });
  run.steps(worker, 5);
  run.suspends(worker, 7, { what: 'sleep', seconds: 0.2 });
  run.idles(0.2);
  run.wakes({}, worker);
  run.steps(worker, 7);
  run.finishes(worker, 8, 'cancelled');
  run.wakes({}, main);
  run.steps(main, 24);
  run.finishes(main, 25, 'failed', 'ValueError: no');
  run.prints({}, 'Traceback (most recent call last):', 'stderr');
  run.over(1);
});

/** Without asyncio: main starts a thread that sleeps 0.2 s at line 4, and joins it at line 8. */
export const oneThread: EventLog = story((run) => {
  const thread = run.starts({ line: 7 }, 'Thread-1 (work)');
  run.blocks({ what: 'thread', thread }, { line: 8 });
  run.resumes(thread, false);
  run.blocks({ what: 'sleep', seconds: 0.2 }, { line: 4 });
  run.passes(0.2);
  run.resumes(thread);
  run.prints({ line: 5 }, 'worked');
  run.ends();
  run.resumes(1);
});
