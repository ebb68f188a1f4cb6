/** CPython's own test suite: which of its modules this runtime is held to, and where the suite is on this machine. Node. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const asyncioModules = [
  'tasks',
  'base_events',
  'futures',
  'futures2',
  'locks',
  'queues',
  'taskgroups',
  'timeouts',
  'runners',
  'waitfor',
  'eager_task_factory',
  'pep492',
  'staggered',
  'threads',
  'graph',
  'context',
  'streams',
  'free_threading',
];

/** The longest first, so that two at a time end together. */
export const modules: readonly string[] = [
  'test.test_queue',
  ...asyncioModules.map((name) => `test.test_asyncio.test_${name}`),
  'test.test_threading',
  'test.test_concurrent_futures.test_thread_pool',
  'test.test_thread',
  'test.test_threading_local',
  'test.test_sched',
  'test.test_asyncgen',
  'test.test_coroutines',
  'test.test_contextlib_async',
  'test.test_context',
];

/** Prints the folder, fetching the suite the first time. Beside the project where it is developed. */
const FETCHER = fileURLToPath(new URL('../../../shared/tools/cpython-tests', import.meta.url));

/**
 * The folder that holds the package `test` of CPython 3.14: `given`, or CPYTHON_TESTS, or what the fetcher says.
 *
 * @throws Error with a sentence that says what to do, if there is none.
 */
export function findSuite(given: string | undefined, cwd: string): string {
  const named = given ?? process.env['CPYTHON_TESTS'];
  const folder = named !== undefined ? resolve(cwd, named) : existsSync(FETCHER) ? execFileSync(FETCHER, { encoding: 'utf8' }).trim() : undefined;
  if (folder === undefined) {
    throw new Error(
      "CPython's test suite is needed: name the folder that holds its package `test` with --tests DIR or CPYTHON_TESTS=DIR. " +
        'In a checkout of CPython 3.14 that is Lib; Debian has it as libpython3.14-testsuite, in /usr/lib/python3.14.',
    );
  }
  if (!existsSync(join(folder, 'test', 'test_asyncio'))) {
    throw new Error(`${folder} does not hold CPython's test suite: there is no test/test_asyncio in it.`);
  }
  return folder;
}

/**
 * The modules that `names` mean: whole names, or their ends (`test_tasks`, `tasks`).
 *
 * @throws Error if one means none.
 */
export function chosenModules(names: readonly string[]): readonly string[] {
  if (names.length === 0) return modules;
  const means = (name: string) => modules.filter((module) => module === name || module.endsWith(`.${name}`) || module.endsWith(`.test_${name}`));
  for (const name of names) {
    if (means(name).length === 0) throw new Error(`No module is called ${name}. They are:\n  ${modules.join('\n  ')}`);
  }
  return modules.filter((module) => names.some((name) => means(name).includes(module)));
}
