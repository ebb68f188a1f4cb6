/** The four programs that the site was built for, by name. */
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { IslandOnPage } from './island.ts';
import { type Fixtures, test } from './site.ts';

async function run({ page, site }: Pick<Fixtures, 'page' | 'site'>, path: string, title: string): Promise<IslandOnPage> {
  await page.goto(site.at(path));
  const island = new IslandOnPage(page, title);
  await island.showAllAtOnce();
  await island.runToEnd();
  return island;
}

test('a spinner turns in a thread while the program works', async ({ page, site }) => {
  const island = await run({ page, site }, '/basics/threads-vs-tasks/', 'A spinner in a thread');
  expect(await island.text()).toEqual([expect.stringMatching(/^the answer is 42/)]);
});

test('a spinner turns in a task while the program waits', async ({ page, site }) => {
  const island = await run({ page, site }, '/basics/threads-vs-tasks/', 'A spinner in a task');
  expect(await island.text()).toEqual([expect.stringMatching(/^the answer is 42/)]);
});

test('five naps in the default executor take as long as one', async ({ page, site }) => {
  const island = await run({ page, site }, '/basics/executors/', 'Five blocking sleeps in the default executor');
  expect(await island.text()).toEqual(['0.0 s: five naps handed over', '0.3 s: five naps over']);
  expect(await island.status.textContent()).toBe('Finished in 0.3 s');
});

// The reader's own program pays for its work with the time that it takes, on a busy machine too much. What is wrong stays wrong.
test('five naps of two seconds, as a reader may write them, take two seconds', { retry: 2 }, async ({ page, site }) => {
  await page.goto(site.at('/playground/'));
  const island = new IslandOnPage(page, 'Playground');
  await island.showAllAtOnce();
  await island.write(readFileSync('tests/browser/five-naps.py', 'utf8'));
  await island.runToEnd();
  expect(await island.text()).toEqual(['2.0 s']);
});

test('a pool of two does four jobs two at a time', async ({ page, site }) => {
  const island = await run({ page, site }, '/basics/executors/', 'Four jobs for two threads');
  expect(await island.text()).toEqual(['job 1 began at 0.0 s', 'job 2 began at 0.0 s', 'job 3 began at 0.2 s', 'job 4 began at 0.2 s']);
});
