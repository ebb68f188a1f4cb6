/** Programs that break other pages. One page runs them all, one after another, so each also proves that the last broke nothing. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { asFile, asShown } from '../../../src/island/program-text.ts';
import { shareHash } from '../../../src/island/share.ts';
import { IslandOnPage } from '../island.ts';
import { test as base } from '../site.ts';
import { hardPrograms } from './programs.ts';
import { hardCases } from './record.ts';

const test = base.extend<{ readonly playground: Page }>({
  playground: [
    async ({ browser, site }, use) => {
      const page = await browser.newPage({ serviceWorkers: 'block' });
      page.setDefaultTimeout(150_000);
      await page.goto(site.at('/playground/'));
      await use(page);
      await page.close();
    },
    { scope: 'file' },
  ],
});

const held = hardCases(
  'programs',
  hardPrograms.map(({ id }) => id),
);

/** What a reader takes for at once: Stop must have been heard, a click answered by a picture of the page. */
const AT_ONCE_MS = 500;
const CLICKS = 10;

/**
 * Clicks while a program floods the page.
 * @returns how long it took at most until the page had been drawn after a click, in ms; browsers tell 8 ms and more.
 */
async function longestAnswer(page: Page, island: IslandOnPage): Promise<number> {
  await page.evaluate(() => {
    const durations: number[] = [];
    Object.assign(window, { durations });
    const observer = new PerformanceObserver((list) => durations.push(...list.getEntries().map(({ duration }) => duration)));
    // TypeScript does not know the threshold: https://w3c.github.io/event-timing/#sec-modifications-perf-timeline
    observer.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
  for (let click = 0; click < CLICKS; click += 1) await island.region.locator('.filename').click();
  expect(await island.region.getAttribute('data-state')).toBe('running');
  return page.evaluate(() => Math.max(0, ...(window as unknown as { durations: number[] }).durations));
}

test.for(hardPrograms)('$name', { timeout: 240_000 }, async ({ id, source, status, lines, last, omitted, stopAt, floods }, { playground: page, browser }) => {
  // As a stranger would send it.
  const hash = await shareHash(source);
  await page.evaluate((address) => (location.hash = address), hash);
  const island = new IslandOnPage(page, 'Playground');
  if (source !== '') await island.region.getByText('Somebody shared this program with you.').waitFor();
  await island.showAllAtOnce();
  await island.run.click();
  if (stopAt !== undefined) {
    await island.output.getByText(stopAt).waitFor();
    await island.stop.click();
  }
  if (floods === true) {
    await island.output.locator('[data-omitted]').waitFor();
    expect(await longestAnswer(page, island)).toBeLessThan(AT_ONCE_MS);
  }
  await island.reaches('finished', 'stopped', 'failed');
  const shown = await island.text();
  const said = (await island.status.textContent()) ?? '';
  const report = `${id}: ${said}\n${shown.slice(-12).join('\n').slice(0, 2000)}`;
  expect(said, report).toMatch(status);
  if (lines !== undefined) expect(shown, report).toEqual(lines);
  if (last !== undefined) expect(shown.at(-1), report).toMatch(last);
  if (omitted !== undefined) expect(await island.output.textContent(), report).toContain(omitted);
  // The program is there to be mended, to the letter; a link holds text, in which a half character is none.
  expect(await island.sharedProgram()).toBe(asFile(asShown(source)).toWellFormed());
  // The page answers: what a press of Reset does is there at once.
  await island.reset.click();
  await island.reaches('idle');
  held(id, { en: said }, browser);
});
