import { describe, expect } from 'vitest';
import { complaintsOf } from './complaints.ts';
import { IslandOnPage } from './island.ts';
import { test } from './site.ts';

const PAGES = ['/', '/ko/', '/basics/tasks/', '/ko/basics/tasks/', '/playground/', '/ko/playground/', '/does/not/exist/'];

describe.each(['light', 'dark'] as const)('in a %s theme', (colorScheme) => {
  test.for(PAGES)('axe finds nothing to complain about on %s', async (path, { open, site }) => {
    const page = await (await open({ colorScheme })).newPage();
    await page.goto(site.at(path));
    expect(await complaintsOf(page)).toEqual([]);
  });
});

describe.each([
  { language: 'en', path: '/basics/tasks/' },
  { language: 'ko', path: '/ko/basics/tasks/' },
])('in $language', ({ language, path }) => {
  test('an island is a region named by its title, and its parts have names', async ({ page, site }) => {
    await page.goto(site.at(path));
    const element = page.locator('live-example').first();
    const title = (await element.locator('.title').textContent()) ?? '';
    expect(title).not.toBe('');
    const island = new IslandOnPage(page, title, language);
    for (const part of [island.region, island.code, island.run, island.stop, island.reset, island.output]) expect(await part.count()).toBe(1);
    await island.code.click();
    await island.region.locator('.cm-content').waitFor();
    expect(await island.code.count()).toBe(1);
  });
});

test('the end of a run is announced', async ({ page, site }) => {
  await page.goto(site.at('/basics/tasks/'));
  const island = new IslandOnPage(page, 'Created, but not started');
  await island.showAllAtOnce();
  await island.runToEnd();
  expect(await island.region.getByRole('status').filter({ hasText: /^Finished in / }).count()).toBe(1);
});
