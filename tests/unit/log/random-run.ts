/**
 * Runs made up at random, for properties that hold for every log: a small event loop in which tasks sleep, give turns
 * away, block, print, start and cancel others. The same seed gives the same run.
 */
import type { EventLog, TaskId } from '../../../src/log/events.ts';
import { Story } from './build-log.ts';

type Doing = { readonly until: number } | 'ready' | 'over';

export function randomRun(seed: number, options: { readonly tasks: number; readonly events: number }): EventLog {
  let state = seed * 7919 + 1;
  const random = (below: number): number => (state = (state * 48271) % 2147483647) % below;
  const run = new Story(`random-${seed}.py`);
  const doing = new Map<TaskId, Doing>();
  const queue: TaskId[] = [];
  const create = (by: { readonly task?: TaskId; readonly line?: number }): void => {
    const task = run.creates(by, `job-${doing.size}`, 'job', { definedAt: 3 });
    doing.set(task, 'ready');
    queue.push(task);
  };
  const sleepers = (): [TaskId, number][] =>
    [...doing].flatMap(([task, what]): [TaskId, number][] => (typeof what === 'object' ? [[task, what.until]] : []));
  const wake = (task: TaskId, by: { readonly task?: TaskId; readonly line?: number }): void => {
    run.wakes(by, task);
    doing.set(task, 'ready');
    queue.push(task);
  };

  const step = (task: TaskId): void => {
    run.steps(task, 3);
    for (let n = random(3); n > 0; n -= 1) {
      const what = random(6);
      if (what < 3) run.prints({ task, line: 4 }, `text ${random(100)}`);
      else if (what === 3 && doing.size < options.tasks) create({ task, line: 5 });
      else if (what === 4) run.sleepsHard(task, 6, 0.01 * (1 + random(20)));
      else {
        const target = sleepers()[0]?.[0];
        if (target === undefined) continue;
        run.cancels({ task, line: 7 }, target);
        wake(target, { task, line: 7 });
      }
    }
    const end = random(20);
    if (end === 0 && task !== 1) {
      run.finishes(task, 9, random(3) === 0 ? 'failed' : 'returned', 'ValueError: unlucky');
      doing.set(task, 'over');
    } else if (end < 5) {
      run.suspends(task, 8, { what: 'turn' });
      queue.push(task);
    } else {
      const seconds = 0.05 * (1 + random(8));
      run.suspends(task, 8, { what: 'sleep', seconds });
      doing.set(task, { until: run.now + seconds });
    }
  };

  create({ line: 12 });
  while (run.log.length < options.events) {
    const next = queue.shift();
    if (next !== undefined) {
      step(next);
      continue;
    }
    const first = Math.min(...sleepers().map(([, until]) => until));
    if (first > run.now) run.idles(first - run.now);
    for (const [task, until] of sleepers()) if (until <= run.now + 1e-9) wake(task, {});
  }
  run.over(0, 'limit');
  return run.log;
}
