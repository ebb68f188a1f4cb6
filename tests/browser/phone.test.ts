/** A phone in the hand: a narrow window, and a finger for all that is pressed and dragged. */
import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { timelineWords } from '../../src/timeline/words.ts';
import { builtSite } from '../site/built-site.ts';
import { IslandOnPage, paste } from './island.ts';
import { test as base } from './site.ts';
import { type Finger, fingerOn, placeIn, tap } from './touch.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

/** Every page in both languages, one after the other; two seconds for each on a machine that does much else. */
const ALL_PAGES_MS = 240_000;

interface Fixtures {
  readonly phone: BrowserContext;
  readonly inHand: { readonly page: Page; readonly finger: Finger };
}

const test = base.extend<Fixtures>({
  phone: async ({ open }, use) => use(await open(PHONE)),
  inHand: async ({ phone }, use) => {
    const page = await phone.newPage();
    await use({ page, finger: await fingerOn(page) });
  },
});

/** What reaches beyond the window and makes the page as a whole wider than it. */
function tooWide(): string[] {
  const { clientWidth, scrollWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const wide = [...document.querySelectorAll('main *, header *, footer *')].filter((element) => element.getBoundingClientRect().right > clientWidth + 1);
  return [`${location.pathname} is ${scrollWidth} wide`, ...wide.slice(0, 3).map(({ outerHTML }) => outerHTML.slice(0, 100))];
}

test('no page is wider than a phone', { timeout: ALL_PAGES_MS }, async ({ phone, site }) => {
  const page = await phone.newPage();
  const found: string[] = [];
  for (const { path } of builtSite().pages) {
    await page.goto(site.at(path));
    found.push(...(await page.evaluate(tooWide)));
  }
  expect(found).toEqual([]);
});

describe.each([
  { language: 'en', prefix: '' },
  { language: 'ko', prefix: '/ko' },
])('in $language', ({ language, prefix }) => {
  test('a program is written, run and stopped with a finger', async ({ inHand: { page, finger }, site }) => {
    await page.goto(site.at(`${prefix}/playground/`));
    const island = new IslandOnPage(page, page.locator('live-example'), language);
    await tap(finger, await placeIn(island.code));
    await island.region.locator('.cm-content').and(page.locator(':focus')).waitFor();
    await page.locator('.cm-content:focus').evaluate(paste, "print('by touch')\nwhile True:\n    pass\n");
    await tap(finger, await placeIn(island.run));
    await island.output.getByText('by touch').waitFor();
    expect(await page.evaluate(tooWide)).toEqual([]);
    await tap(finger, await placeIn(island.stop));
    await island.reaches('stopped');
    await tap(finger, await placeIn(island.reset));
    await island.reaches('idle');
    expect(await island.program()).toBe('');
  });

  test('a recorded run is stepped, dragged through and tapped into with a finger', async ({ inHand: { page, finger }, site }) => {
    await page.goto(site.at(`${prefix}/basics/threads-vs-tasks/`));
    const island = new IslandOnPage(page, page.locator('live-example[data-id="basics/spinner-frozen"]'), language);
    const words = timelineWords(language);
    // Its player comes when the reader does.
    await island.region.locator('.timeline').scrollIntoViewIfNeeded();
    await island.region.locator('.timeline[data-awake]').waitFor();
    const slider = island.region.getByRole('slider', { name: words.time, exact: true });
    const step = async (): Promise<number> => Number(await slider.inputValue());
    await tap(finger, await placeIn(island.button(words.toStart)));
    expect(await step()).toBe(0);
    await tap(finger, await placeIn(island.button(words.stepForward)));
    expect(await step()).toBe(1);

    const last = Number(await slider.getAttribute('max'));
    const shown: number[] = [];
    await finger.down(await placeIn(slider, 0.2));
    for (const share of [0.4, 0.6, 0.8]) {
      await finger.moveTo(await placeIn(slider, share));
      // A finger is heard of once a frame.
      await page.evaluate(() => new Promise(requestAnimationFrame));
      shown.push(await step());
    }
    await finger.up();
    expect(shown).toEqual(shown.toSorted((a, b) => a - b));
    expect(new Set(shown).size).toBe(shown.length);
    expect(shown.at(-1)).toBeGreaterThan(last / 2);

    // Into the lane of a task, at the left of what is seen of it.
    await tap(finger, await placeIn(island.region.locator('.tl-view'), 0.3));
    expect(await step()).toBeLessThan(shown.at(-1) ?? 0);
    expect(await page.evaluate(tooWide)).toEqual([]);
  });
});
