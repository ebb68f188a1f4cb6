/** What a reader has not asked for is not fetched, and not held, where data or memory is short. */
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { IslandOnPage } from './island.ts';
import { test } from './site.ts';

const PATH = '/basics/sync-vs-async/';
const TITLE = 'Three jobs, one after another';
/** A page whose first program is in sight when it opens. */
const NEXT_PATH = '/basics/coroutines/';
/** Where an interpreter comes by itself it has come by then. */
const NOTHING_COMES_MS = 2000;

/** Counts what is fetched of Python from now on. */
function pythonRequests(page: Page): () => number {
  let count = 0;
  page.on('request', (request) => (count += request.url().includes('/_python/') ? 1 : 0));
  return () => count;
}

test('a pointer over Run fetches Python, and after a run an interpreter is ready for the next', async ({ firstVisit: page, site }) => {
  const fetched = pythonRequests(page);
  await page.goto(site.at(PATH));
  const island = new IslandOnPage(page, TITLE);
  expect(fetched()).toBe(0);
  await island.run.hover();
  await expect.poll(fetched).toBeGreaterThan(0);
  await island.runToEnd();
  await expect.poll(() => page.workers().length).toBe(1);
});

test('on the next page an interpreter is ready before the reader asks for it, and nothing is fetched for that', async ({ firstVisit: page, site }) => {
  await page.goto(site.at(PATH));
  await new IslandOnPage(page, TITLE).runToEnd();
  // The spare one starts when the snapshot of the first is kept.
  await expect.poll(() => page.workers().length).toBe(1);
  const fetched = pythonRequests(page);
  await page.goto(site.at(NEXT_PATH));
  await expect.poll(() => page.workers().length).toBe(1);
  expect(fetched()).toBeGreaterThan(0);
  const transferred = await page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).filter(({ name }) => name.includes('/_python/')).map(({ transferSize }) => transferSize),
  );
  expect(transferred).toEqual([0]);
});

describe.each([
  ['saves data', 'connection', { saveData: true }],
  ['has little memory', 'deviceMemory', 2],
] as const)('a reader who %s', (_, property, value) => {
  test('gets an interpreter for each run, and none besides', async ({ firstVisit: page, site }) => {
    await page.addInitScript(([name, told]) => Object.defineProperty(navigator, name, { value: told }), [property, value] as const);
    const fetched = pythonRequests(page);
    await page.goto(site.at(PATH));
    const island = new IslandOnPage(page, TITLE);
    await island.run.hover();
    await island.code.hover();
    // The page's own half of the runtime is there by then, and has decided.
    await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('session')));
    expect(fetched()).toBe(0);
    await island.runToEnd();
    expect(await island.status.textContent()).toMatch(/^Finished/);
    // The first interpreter goes when its snapshot is kept. Another would come in the next turn.
    await expect.poll(() => page.workers().length).toBe(0);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
    expect(page.workers()).toEqual([]);
    const before = fetched();
    await page.goto(site.at(NEXT_PATH));
    await page.locator('live-example').first().waitFor();
    await page.waitForTimeout(NOTHING_COMES_MS);
    expect([page.workers(), fetched()]).toEqual([[], before]);
  });
});
