/** Answering, solving, and what is kept of it: as a reader does it, with mouse and keyboard. */
import { readFile } from 'node:fs/promises';
import axe from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { loadExample } from '../../src/examples/load.ts';
import { printedLines } from '../../src/examples/printed-lines.ts';
import { test } from './site.ts';

const ORDER = { path: '/basics/gather/', example: 'basics/gather-order' };
const DURATION = { path: '/basics/awaitables/', seconds: '0.5' };
const CHOICE = { path: '/basics/threads-vs-tasks/', right: '0', wrong: '4' };

class PredictionOnPage {
  readonly root: Locator;
  readonly output: Locator;
  readonly verdict: Locator;

  constructor(page: Page) {
    this.root = page.locator('live-predict').first();
    this.output = this.root.getByRole('log', { name: 'Output' });
    this.verdict = this.root.locator('[data-verdict]');
  }

  button(name: string): Locator {
    return this.root.getByRole('button', { name, exact: true });
  }

  lines(): Promise<string[]> {
    return this.root.locator('[data-order] [data-line]').allTextContents();
  }
}

async function opened(page: Page, address: string): Promise<PredictionOnPage> {
  await page.goto(address);
  const prediction = new PredictionOnPage(page);
  await prediction.button('Check').waitFor();
  return prediction;
}

describe('lines to put in order', () => {
  test('are ordered with the keyboard alone, and the run shows that they are right', async ({ page, site }) => {
    const prediction = await opened(page, site.at(ORDER.path));
    const { transcript } = await loadExample(ORDER.example);
    const right = transcript === null ? [] : printedLines(transcript);
    expect(await prediction.lines()).not.toEqual(right);
    for (const [place, line] of right.entries()) {
      const up = prediction.button(`Move up: ${line}`);
      await up.focus();
      for (let at = (await prediction.lines()).indexOf(line); at > place; at--) await page.keyboard.press('Enter');
      expect(await up.evaluate((button) => button === document.activeElement)).toBe(true);
    }
    expect(await prediction.lines()).toEqual(right);
    expect(await prediction.root.locator('[data-moved]').textContent()).toMatch(/: now \d of \d$/);
    await prediction.button('Check').click();
    await prediction.output.waitFor();
    expect(await prediction.verdict.textContent()).toBe('Right.');
    expect(await prediction.root.locator('[data-place]').allTextContents()).toEqual(right.map(() => 'right'));
  });

  test('are dragged with the mouse', async ({ page, site }) => {
    const prediction = await opened(page, site.at(ORDER.path));
    const before = await prediction.lines();
    const items = prediction.root.locator('[data-order] li');
    await items.last().scrollIntoViewIfNeeded();
    const [from, to] = await Promise.all([items.last().boundingBox(), items.first().boundingBox()]);
    if (from === null || to === null) expect.fail('The lines are not to be seen.');
    await page.mouse.move(from.x + 60, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(to.x + 60, to.y + 4, { steps: 12 });
    await page.mouse.up();
    expect(await prediction.lines()).toEqual([before.at(-1), ...before.slice(0, -1)]);
  });
});

test('a number of seconds is compared with the recorded run, and can be tried again', async ({ page, site }) => {
  const prediction = await opened(page, site.at(DURATION.path));
  const field = prediction.root.getByRole('spinbutton');
  await prediction.button('Check').click();
  expect(await prediction.verdict.textContent()).toBe('Type a number of seconds first, for example 0.5.');
  expect(await prediction.output.isVisible()).toBe(false);
  await field.fill('0.3');
  await field.press('Enter');
  expect(await prediction.verdict.textContent()).toBe(`Not quite: you said 0.3 s, and the run takes ${DURATION.seconds} s.`);
  await prediction.button('Try again').click();
  expect(await prediction.output.isVisible()).toBe(false);
  await field.fill(DURATION.seconds);
  await prediction.button('Check').click();
  expect(await prediction.verdict.textContent()).toBe('Right.');
  expect(await prediction.output.isVisible()).toBe(true);
});

test('a choice says what was chosen and what is right', async ({ page, site }) => {
  const prediction = await opened(page, site.at(CHOICE.path));
  await prediction.root.getByRole('radio', { name: CHOICE.wrong, exact: true }).check();
  await prediction.button('Check').click();
  expect(await prediction.verdict.textContent()).toBe(`Not quite: you chose “${CHOICE.wrong}”, and the answer is “${CHOICE.right}”.`);
});

test('a choice is made, checked and taken back with the keyboard alone, and axe has no complaint on the way', async ({ page, site }) => {
  const prediction = await opened(page, site.at(CHOICE.path));
  const complaints = async () => {
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate<axe.AxeResults>("axe.run('live-predict')");
    return violations.map(({ id, help }) => `${id}: ${help}`);
  };
  const radios = prediction.root.getByRole('radio');
  const question = (await prediction.root.locator('.figure-title').textContent()) ?? '';
  expect(await prediction.root.getByRole('group', { name: question, exact: true }).count()).toBe(1);
  // From the program on, with Tab to the options, with an arrow to the second, with Tab to the button.
  await prediction.root.locator('[data-code]').focus();
  for (let tabs = 0; tabs < 12 && !(await radios.first().evaluate((radio) => radio === document.activeElement)); tabs++) await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  expect(await radios.nth(1).isChecked()).toBe(true);
  expect(await complaints()).toEqual([]);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await prediction.output.waitFor();
  // Who cannot see hears the verdict, and reads on from it.
  expect(await prediction.verdict.evaluate((verdict) => verdict === document.activeElement)).toBe(true);
  expect(await prediction.verdict.getAttribute('role')).toBe('status');
  expect(await complaints()).toEqual([]);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  expect(await radios.first().evaluate((radio) => radio === document.activeElement)).toBe(true);
  expect(await prediction.output.isVisible()).toBe(false);
});

test('a program to predict cannot be run before it is answered', async ({ page, site }) => {
  const prediction = await opened(page, site.at(ORDER.path));
  await prediction.root.locator('[data-code]').focus();
  await page.keyboard.press('ControlOrMeta+Enter');
  expect(await prediction.root.locator('live-example').getAttribute('data-state')).toBe('idle');
  await prediction.button('Show the answer').click();
  await prediction.button('Run').waitFor();
});

test('with scripts off the run and its explanation are in a fold', async ({ open, site }) => {
  const page = await (await open({ javaScriptEnabled: false })).newPage();
  await page.goto(site.at(ORDER.path));
  const prediction = new PredictionOnPage(page);
  expect(await prediction.output.isVisible()).toBe(false);
  await prediction.root.locator('summary').filter({ hasText: 'Show the answer' }).click();
  expect(await prediction.output.isVisible()).toBe(true);
});

test('hints come one after the other', async ({ page, site }) => {
  await page.goto(site.at('/basics/tasks/'));
  const hints = page.locator('live-exercise').first().locator('.hint');
  expect(await hints.evaluateAll((all) => all.map((hint) => hint.checkVisibility()))).toEqual([true, ...Array<boolean>((await hints.count()) - 1).fill(false)]);
  for (const hint of await hints.all()) await hint.locator('summary').click();
  expect(await hints.last().getAttribute('open')).not.toBeNull();
});

test('progress is kept, shown in the contents, exported, cleared and brought back', async ({ page, site }) => {
  const prediction = await opened(page, site.at(CHOICE.path));
  await prediction.root.getByRole('radio', { name: CHOICE.right, exact: true }).check();
  await prediction.button('Check').click();
  await page.goto(site.at('/progress/'));
  const total = page.locator('[data-total]');
  expect(await total.textContent()).toMatch(/^1 of /);
  expect(await page.getByRole('navigation').getByRole('link', { name: /Two spinners.*\(1 of 2 done\)/ }).count()).toBe(1);

  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Export to a file' }).click()]);
  const file = await download.path();
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ done: ['predict/basics/spinner-counted'] });

  await page.getByRole('button', { name: 'Clear' }).click();
  expect(await total.textContent()).toMatch(/^0 of /);
  expect(await page.evaluate(() => localStorage.getItem('asyncio-live:progress'))).toBeNull();
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(await total.textContent()).toMatch(/^1 of /);

  await page.getByRole('button', { name: 'Clear' }).click();
  await page.locator('[data-import]').setInputFiles(file);
  await page.getByText('1 thing added from the file.').waitFor();
});
