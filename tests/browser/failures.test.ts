import type { Route } from 'playwright-core';
import { describe, expect } from 'vitest';
import { IslandOnPage } from './island.ts';
import { test } from './site.ts';

const PATH = '/basics/sync-vs-async/';
const TITLE = 'Three jobs, one after another';

const PYTHON = ['pyodide.asm.wasm.bin', 'library-start.bin', 'pyodide.mjs.js', 'pyodide.asm.mjs.js'];

const cases: readonly (readonly [file: string, what: string, answer: (route: Route) => Promise<void>])[] = [
  ...[...PYTHON, 'worker-*.js'].map((file) => [file, 'cannot be fetched', (route: Route) => route.abort()] as const),
  ...PYTHON.map((file) => [file, 'is gone', (route: Route) => route.fulfill({ status: 404, body: 'Not found' })] as const),
  ...PYTHON.map((file) => [file, 'is cut off', withBody((body) => body.subarray(0, body.length / 2))] as const),
  ...['pyodide.asm.wasm.bin', 'library-start.bin'].map((file) => [file, 'is damaged', withBody((body) => body.fill(0, 20, 2000))] as const),
];

function withBody(change: (body: Buffer) => Buffer): (route: Route) => Promise<void> {
  return async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: change(await response.body()) });
  };
}

describe.each(cases)('when %s %s', (file, _, answer) => {
  test('the page says so, and Run works as soon as it can be', async ({ firstVisit: page, site }) => {
    await page.context().route(`**/${file}`, answer);
    await page.goto(site.at(PATH));
    const island = new IslandOnPage(page, TITLE);
    await island.showAllAtOnce();
    const recorded = await island.lines();
    await island.run.click();
    await island.reaches('failed');
    expect(await island.status.textContent()).toBe('Python could not be loaded. Check the connection and press Run again.');
    await page.context().unroute(`**/${file}`, answer);
    await island.runToEnd();
    expect(await island.lines()).toEqual(recorded);
  });
});

test('when the editor cannot be fetched, the page says so and the program still runs', async ({ firstVisit: page, site }) => {
  await page.context().route('**/editor*.js', (route) => route.abort());
  await page.goto(site.at(PATH));
  const island = new IslandOnPage(page, TITLE);
  await island.showAllAtOnce();
  await island.code.click();
  await island.region.getByText('The editor could not be loaded.').waitFor();
  await island.runToEnd();
  expect(await island.status.textContent()).toMatch(/^Finished in /);
});
