import { describe, expect } from 'vitest';
import { IslandOnPage } from './island.ts';
import { test } from './site.ts';

const PATH = '/basics/sync-vs-async/';
const TITLE = 'Three jobs, one after another';

describe.each(['pyodide.asm.wasm', 'python_stdlib.zip', 'pyodide.mjs', 'worker-*.js'])('when %s cannot be fetched', (file) => {
  test('the page says so, and Run works as soon as it can be', async ({ page, site }) => {
    await page.context().route(`**/${file}`, (route) => route.abort());
    await page.goto(site.at(PATH));
    const island = new IslandOnPage(page, TITLE);
    await island.showAllAtOnce();
    const recorded = await island.lines();
    await island.run.click();
    await island.reaches('failed');
    expect(await island.status.textContent()).toBe('Python could not be loaded. Check the connection and press Run again.');
    await page.context().unroute(`**/${file}`);
    await island.runToEnd();
    expect(await island.lines()).toEqual(recorded);
  });
});

test('when the editor cannot be fetched, the page says so and the program still runs', async ({ page, site }) => {
  await page.context().route('**/editor*.js', (route) => route.abort());
  await page.goto(site.at(PATH));
  const island = new IslandOnPage(page, TITLE);
  await island.showAllAtOnce();
  await island.code.click();
  await island.region.getByText('The editor could not be loaded.').waitFor();
  await island.runToEnd();
  expect(await island.status.textContent()).toMatch(/^Finished in /);
});
