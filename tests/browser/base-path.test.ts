/** The same site below another path of its host. */
import { expect } from 'vitest';
import { IslandOnPage } from './island.ts';
import { test } from './site.ts';

test('an example runs where the site is built for another base path', async ({ page, nested }) => {
  await page.goto(nested.at('/basics/executors/'));
  const island = new IslandOnPage(page, 'Five blocking sleeps in the default executor');
  await island.showAllAtOnce();
  const recorded = await island.lines();
  await island.runToEnd();
  expect(await island.lines()).toEqual(recorded);
});

test('an example opens in the playground below the base path', async ({ page, nested }) => {
  await page.goto(nested.at('/ko/basics/tasks/'));
  await page.locator('live-example a[data-action=open]').first().click();
  await page.waitForURL((url) => url.href.startsWith(nested.at('/ko/playground/#code=')));
  await page.locator('live-example .cm-content').waitFor();
});

test('the search finds pages below the base path', async ({ page, nested }) => {
  await page.goto(nested.at('/'));
  await page.getByRole('button', { name: 'Search' }).first().click();
  await page.getByRole('dialog').locator('input').fill('executor');
  const hit = page.getByRole('dialog').locator('a[href*="/basics/executors/"]').first();
  await hit.waitFor();
  expect(new URL((await hit.getAttribute('href')) ?? '', page.url()).href.startsWith(nested.at('/'))).toBe(true);
});
