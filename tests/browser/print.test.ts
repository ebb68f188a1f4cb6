/** What a printed page is; that nothing is cut off from it, on any page, is in every-page.test.ts. */
import { expect } from 'vitest';
import { firstPlayer } from './island.ts';
import { test } from './site.ts';

test('on paper there is nothing to press, and all that can be opened is open', async ({ open, site }) => {
  const page = await (await open({ colorScheme: 'dark' })).newPage();
  await page.goto(site.at('/basics/tasks/'));
  await firstPlayer(page);
  await page.emulateMedia({ media: 'print' });
  const seen = (selector: string) => page.locator(selector).evaluateAll((all) => all.map((element) => element.checkVisibility()));
  expect(await seen('button, input, nav, site-search, .language, .playground')).not.toContain(true);
  expect(await seen('.site-title, h1')).toEqual([true, true]);
  // The run of a prediction, its explanation, hints, and the solution.
  const answers = await seen('live-predict [data-output], live-predict .tl-svg, .fold-body, .solution .listing');
  expect(answers.length).toBeGreaterThan(4);
  expect(answers).not.toContain(false);
  // A program that has not run says nothing of a run.
  expect(await seen('live-exercise [data-output], live-exercise .status')).not.toContain(true);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('light');
});
