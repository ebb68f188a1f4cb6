/** Ways through the site: the hour, page by page, and where it leads. */
import { expect } from 'vitest';
import { contentFolder } from '../../src/examples/content.ts';
import { readOutline } from '../../src/site/outline.ts';
import { test } from './site.ts';

test.for(['', '/ko'])('who follows the hour from page to page comes to its end, and on from there: %s/', async (language, { page, site }) => {
  const { hour } = readOutline(contentFolder);
  await page.goto(site.at(`${language}/`));
  await page.locator('.reading-hour a').first().click();
  for (const [index, id] of hour.entries()) {
    await page.waitForURL(site.at(`${language}/${id}/`));
    const note = page.locator('.what-next');
    expect(await note.locator('.place').textContent()).toContain(String(index + 1));
    if (index === hour.length - 1) break;
    // Where the next page is also the next of the hour, it is said once.
    const skips = note.locator('.next a');
    await ((await skips.count()) > 0 ? skips : page.locator('.turn-page [rel=next]')).click();
  }
  const ways = page.locator('.what-next .ways a');
  expect(await ways.count()).toBeGreaterThan(5);
  await ways.last().click();
  await page.waitForURL(site.at(`${language}/#pages`));
});

test('a page that is not of the hour says nothing of it', async ({ page, site }) => {
  await page.goto(site.at('/basics/executors/'));
  expect(await page.locator('.what-next').count()).toBe(0);
});
