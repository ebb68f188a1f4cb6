/** Programs that break other pages. One page runs them all, one after another, so each also proves that the last broke nothing. */
import { writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, expect } from 'vitest';
import type { HeldCase } from '../../../src/hard-cases/page.ts';
import { shareHash } from '../../../src/island/share.ts';
import { IslandOnPage } from '../island.ts';
import { test as base } from '../site.ts';
import { hardPrograms } from './programs.ts';

const test = base.extend<{ readonly playground: Page }>({
  playground: [
    async ({ browser, site }, use) => {
      const page = await browser.newPage();
      page.setDefaultTimeout(150_000);
      await page.goto(site.at('/playground/'));
      await use(page);
      await page.close();
    },
    { scope: 'file' },
  ],
});

const held: HeldCase[] = [];

/** `RECORD_HARD=1` writes what held to results.json, from which `npm run docs:cases` makes a page. */
afterAll(() => {
  if (process.env['RECORD_HARD'] === undefined) return;
  writeFileSync('tests/browser/hard/results.json', `${JSON.stringify({ browser: `Chromium ${version}`, cases: held }, null, 2)}\n`);
});

let version = '';

test.for(hardPrograms)('$name', { timeout: 240_000 }, async ({ id, source, status, lines, last, omitted }, { playground: page, browser }) => {
  version = browser.version();
  // As a stranger would send it.
  const hash = await shareHash(source);
  await page.evaluate((address) => (location.hash = address), hash);
  const island = new IslandOnPage(page, 'Playground');
  if (source !== '') await island.region.getByText('Somebody shared this program with you.').waitFor();
  await island.showAllAtOnce();
  await island.runToEnd();
  const shown = await island.text();
  const said = await island.status.textContent();
  const report = `${id}: ${said}\n${shown.slice(-12).join('\n').slice(0, 2000)}`;
  expect(said, report).toMatch(status);
  if (lines !== undefined) expect(shown, report).toEqual(lines);
  if (last !== undefined) expect(shown.at(-1), report).toMatch(last);
  if (omitted !== undefined) expect(await island.output.textContent(), report).toContain(omitted);
  // The program is there to be mended: nothing of it is lost.
  await island.code.waitFor();
  // The page answers: what a press of Reset does is there at once.
  await island.reset.click();
  await island.reaches('idle');
  held.push({ id, said: said ?? '' });
});
