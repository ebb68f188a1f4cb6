/** Buttons pressed in any order, and programs that run side by side. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Language } from '../../../src/i18n/ui.ts';
import { countWorkers, isEndOfWorker } from '../browsers.ts';
import { test } from '../site.ts';
import { IslandOnPage } from '../island.ts';
import { Reader, inAllLanguages, inEachLanguage } from './reader.ts';
import { hardCases } from './record.ts';

const held = hardCases('presses', ['run-and-stop', 'two-islands']);

const LONGEST_MS = 300_000;
/** The first worker of a browser goes when its memory is kept for later starts, or has not been by then. */
const KEEPING_MS = 15_000;
const PRESSES = 500;
/** Between two presses up to so many pictures of the page are drawn. */
const MOST_FRAMES = 12;
/** Of the presses of Run, so many are followed by one only when the run has begun, or is over. */
const BEGUN = 0.04;
const OVER = 0.04;
const SEEDS: Readonly<Record<Language, number>> = { en: 7, ko: 8 };

/** mulberry32: the same numbers each time, 0 up to 1. https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function framesOf(page: Page, count: number): Promise<void> {
  return page.evaluate(async (wanted) => {
    for (let frame = 0; frame < wanted; frame += 1) await new Promise(requestAnimationFrame);
  }, count);
}

test('run-and-stop', { timeout: LONGEST_MS }, async ({ open, site, browser }) => {
  const said = await inAllLanguages(async (language) => {
    const random = randomFrom(SEEDS[language]);
    const reader = new Reader(await (await open()).newPage(), language);
    const { page, island } = reader;
    const errors: Error[] = [];
    page.on('pageerror', (error) => isEndOfWorker(error) || errors.push(error));
    const workers = await countWorkers(page);
    await reader.arrives(site, language);
    await reader.changesTheProgram();
    for (let press = 0; press < PRESSES / 2; press += 1) {
      const runs = random() < 0.5;
      // Stop says that there is nothing to stop, and may be pressed all the same.
      await (runs ? island.run : island.stop).click({ force: true });
      const [frames, wait] = [Math.floor(random() * MOST_FRAMES), random()];
      if (runs && wait < BEGUN) await island.reaches('running', 'finished');
      else if (runs && wait < BEGUN + OVER) await island.reaches('finished');
      else await framesOf(page, frames);
    }
    await reader.runs();
    const told = await reader.isTold();
    // One is ready for the next run, and nothing is left of those before.
    await expect.poll(workers, { timeout: KEEPING_MS }).toBe(1);
    await reader.findsTheOriginal();
    expect(errors).toEqual([]);
    return told;
  });
  held('run-and-stop', said, browser);
});

test('two-islands', { timeout: LONGEST_MS }, async ({ open, site, browser }) => {
  const said = await inEachLanguage(async (language) => {
    const reader = new Reader(await (await open()).newPage(), language);
    const { page } = reader;
    const workers = await countWorkers(page);
    await reader.arrives(site, language);
    const other = new IslandOnPage(page, page.locator('live-example[data-id="basics/three-together"]'), language);
    const recorded = await other.lines();
    await other.showAllAtOnce();
    const forEver = 'print("at work", flush=True)\nwhile True:\n    pass';
    await reader.island.write(forEver);
    await reader.island.run.click();
    await reader.island.output.getByText('at work').waitFor();
    await other.runToEnd();
    expect(await other.lines()).toEqual(recorded);
    expect(await reader.island.region.getAttribute('data-state')).toBe('running');
    // Both at once, begun in one turn.
    await reader.changesTheProgram();
    await page.evaluate(() => {
      for (const id of ['basics/three-in-a-row', 'basics/three-together']) document.querySelector<HTMLElement>(`[data-id="${id}"] [data-action=run]`)?.click();
    });
    await other.reaches('finished');
    expect(await other.lines()).toEqual(recorded);
    await reader.seesOwnRun();
    const told = await reader.isTold();
    await expect.poll(workers, { timeout: KEEPING_MS }).toBe(1);
    await reader.findsTheOriginal();
    return told;
  });
  held('two-islands', said, browser);
});
