/** For everyone: what axe says, and what a screen reader is told, while programs run. Of pages that nobody has touched: every-page.test.ts. */
import { expect } from 'vitest';
import { complaintsOf, RULES_OF_COLOUR } from './complaints.ts';
import { IslandOnPage } from './island.ts';
import { test } from './site.ts';

test('axe finds nothing to complain about after a run that fails, in both themes', async ({ page, site }) => {
  await page.goto(site.at('/playground/'));
  const island = new IslandOnPage(page, 'Playground');
  await island.showAllAtOnce();
  await island.write("import asyncio\nprint('\\x1b[31mred')\nasyncio.run(asyncio.sleep(1))\n1 / 0\n");
  await island.runToEnd();
  expect(await complaintsOf(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await complaintsOf(page, RULES_OF_COLOUR)).toEqual([]);
});

test('what a screen reader is told of a run without end is little', async ({ page, site }) => {
  await page.goto(site.at('/playground/'));
  const island = new IslandOnPage(page, 'Playground');
  await island.write("number = 0\nwhile True:\n    print('line', number)\n    number += 1\n");
  await island.region.evaluate((region) => {
    const told: string[] = [];
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const live = element?.closest('[aria-live], [role=status], [role=alert], [role=log]');
        const text = live?.textContent.trim() ?? '';
        if (live?.getAttribute('aria-live') !== 'off' && text !== '' && told.at(-1) !== text) told.push(text);
      }
      (region as HTMLElement).dataset['told'] = told.join('\n');
    }).observe(region, { childList: true, characterData: true, subtree: true });
  });
  await island.run.click();
  // More lines than are kept, and a timeline that is drawn while they come.
  await island.output.locator('.out-gap').waitFor();
  await island.region.locator('.tl-print').first().waitFor({ state: 'attached' });
  await island.stop.click();
  await island.reaches('stopped');
  const told = ((await island.region.getAttribute('data-told')) ?? '').split('\n');
  // How far Python has come is told once a second at most, for as long as that takes.
  expect(told.filter((text) => !/^(?:Starting|Loading) Python/u.test(text))).toEqual(['Running', expect.stringMatching(/^Stopped at /)]);
});
