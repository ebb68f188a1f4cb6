/** Readers who have chosen their own colours, or want nothing to move. */
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { firstPlayer, IslandOnPage } from './island.ts';
import { test } from './site.ts';

/** Has all that is drawn of a run: blocking, waiting, ready, and tasks that end well. */
const PAGE = '/basics/threads-vs-tasks/';

/** WCAG 1.4.11: what graphics are told by. */
const SHAPE_CONTRAST = 3;

/** What is to be seen, by what it is: where it is, and the property that has its colour. */
type Marks = Readonly<Record<string, readonly [selector: string, property: string]>>;

/** By what it is: its contrast with the paper that it stands on. Runs in the page. */
function contrasts(marks: Marks): Record<string, number> {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (context === null) return {};
  const luminance = (color: string) => {
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0] = [...context.getImageData(0, 0, 1, 1).data].map((channel) => {
      const share = channel / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const probe = document.createElement('i');
  probe.style.color = 'Canvas';
  document.body.append(probe);
  const paper = luminance(getComputedStyle(probe).color);
  probe.remove();
  return Object.fromEntries(
    Object.entries(marks).map(([what, [selector, property]]) => {
      const [place = '', pseudo] = selector.split('::');
      const element = document.querySelector(place);
      if (element === null) return [what, 0];
      const color = luminance(getComputedStyle(element, pseudo === undefined ? undefined : `::${pseudo}`).getPropertyValue(property));
      return [what, (Math.max(color, paper) + 0.05) / (Math.min(color, paper) + 0.05)];
    }),
  );
}

describe.each([
  { paper: 'light', chosen: 'dark' },
  { paper: 'dark', chosen: 'light' },
] as const)('in forced colours on $paper paper, with a $chosen theme chosen on the site', ({ paper, chosen }) => {
  async function openForced(page: Page, address: string): Promise<void> {
    await page.emulateMedia({ forcedColors: 'active', colorScheme: paper });
    await page.addInitScript((theme) => localStorage.setItem('theme', theme), chosen);
    await page.goto(address);
    await firstPlayer(page);
  }

  test('states are told apart: each colour has the contrast of a shape, and each shape is there', async ({ page, site }) => {
    await openForced(page, site.at(PAGE));
    const marks: Marks = {
      running: ['.tl-svg .tl-running .tl-box', 'fill'],
      ready: ['.tl-svg .tl-bead', 'fill'],
      waiting: ['.tl-svg .tl-waiting .tl-line', 'stroke'],
      'where waiting begins': ['.tl-svg .tl-waiting .tl-ring', 'stroke'],
      blocking: ['.tl-svg .tl-blocking .tl-box', 'fill'],
      done: ['.tl-svg .tl-mark.tl-done', 'fill'],
      'what is printed': ['.tl-svg .tl-print', 'fill'],
      'the time': ['.tl-svg .tl-time', 'fill'],
      'the playhead': ['.tl-now', 'border-inline-start-color'],
    };
    const seen = await page.evaluate(contrasts, marks);
    expect(Object.entries(seen).filter(([, contrast]) => contrast < SHAPE_CONTRAST)).toEqual([]);
    // Stripes and beads tell blocking and ready from the rest without any colour.
    expect(await page.locator('.tl-svg .tl-blocking .tl-hatch').count()).toBeGreaterThan(0);
    expect(await page.locator('.tl-svg .tl-beads').count()).toBeGreaterThan(0);
  });

  test('marks that are cut out of a coloured box are seen', async ({ page, site }) => {
    await openForced(page, site.at(PAGE));
    const marks: Marks = {
      'the sign of Run': ['.island .run::before', 'background-color'],
      'the sign of Play': ['.timeline [data-do=play] .tl-icon', 'background-color'],
      'the triangle of a fold': ['.fold > summary::before', 'background-color'],
      'the mark of the open page': ['.contents li:has(> [aria-current=page])::before', 'background-color'],
      'the border of a note': ['.may-have-read', 'border-top-color'],
      'the border of a button': ['.island .actions button', 'border-top-color'],
    };
    const seen = await page.evaluate(contrasts, marks);
    expect(Object.entries(seen).filter(([, contrast]) => contrast < SHAPE_CONTRAST)).toEqual([]);
  });
});

test('for a reader who wants no movement nothing moves by itself', async ({ open, site }) => {
  const page = await (await open({ reducedMotion: 'reduce' })).newPage();
  await page.goto(site.at(PAGE));
  await page.evaluate(() => {
    const moved = new Set<string>();
    const look = () => {
      for (const { effect } of document.getAnimations()) {
        const target = effect instanceof KeyframeEffect ? effect.target : null;
        moved.add(`<${target?.localName ?? '?'} class="${target?.className ?? ''}">`);
      }
      document.documentElement.dataset['moved'] = [...moved].join('\n');
      requestAnimationFrame(look);
    };
    look();
  });
  const island = new IslandOnPage(page, page.locator('live-example').first());
  await island.run.hover();
  await island.runToEnd();
  await island.region.locator('summary').click();
  await page.getByRole('switch', { name: 'Dark theme' }).click();
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('dialog').locator('input').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.contents ul a').last().click();
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe('auto');
  expect(await page.locator('html').getAttribute('data-moved')).toBe('');
});
