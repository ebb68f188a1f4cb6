import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { parseTranscript } from '../../src/log/transcript.ts';
import { builtSite } from '../site/built-site.ts';
import { readLines } from './island.ts';
import { test } from './site.ts';

/** Every page in both languages, one after the other, on a machine that does much else. */
const ALL_PAGES_MS = 120_000;

test('with scripts off a page is complete: program, output with its times, timeline', async ({ open, site }) => {
  const page = await (await open({ javaScriptEnabled: false })).newPage();
  await page.goto(site.at('/basics/sync-vs-async/'));
  const island = page.getByRole('region', { name: 'Three jobs, one after another', exact: true });
  const source = readFileSync('content/examples/basics/three-in-a-row.py', 'utf8');
  expect(`${await island.locator('[data-code]').innerText()}\n`).toBe(source);
  const { lines } = parseTranscript(readFileSync('content/examples/basics/three-in-a-row.out', 'utf8'));
  const log = island.getByRole('log', { name: 'Output', exact: true });
  expect((await log.locator('.out-text').allInnerTexts()).map((text) => text.trimEnd())).toEqual(lines.map(({ text }) => text.trimEnd()));
  expect(await island.getByText(/^Recorded run, /).isVisible()).toBe(true);
  expect(await island.locator('[data-timeline] svg').first().isVisible()).toBe(true);
});

test('with scripts off the answer of a prediction can be opened', async ({ open, site }) => {
  const page = await (await open({ javaScriptEnabled: false })).newPage();
  await page.goto(site.at('/basics/tasks/'));
  const prediction = page.locator('live-predict').first();
  const output = prediction.locator('[data-output]');
  expect(await output.isVisible()).toBe(false);
  await prediction.getByText('Show the answer', { exact: true }).last().click();
  await output.waitFor({ state: 'visible' });
});

test('with scripts off the playground says what it needs', async ({ open, site }) => {
  const page = await (await open({ javaScriptEnabled: false })).newPage();
  await page.goto(site.at('/playground/'));
  // Its text, not whether it is visible: Chromium that is told by a test to run no scripts reads `noscript` as if it did.
  expect(await page.locator('noscript').textContent()).toContain('it needs JavaScript');
});

test('with scripts the page shows the same output as without', async ({ open, site }) => {
  const outputs = await Promise.all(
    [true, false].map(async (javaScriptEnabled) => {
      const page = await (await open({ javaScriptEnabled })).newPage();
      await page.goto(site.at('/basics/gather/'));
      // Reading with a function needs no script of the page's own.
      return page.locator('live-example [data-output]').evaluateAll((logs, read) => {
        const readLinesOf = new Function(`return (${read})`)() as typeof readLines;
        return logs.map((log) => readLinesOf(log));
      }, String(readLines));
    }),
  );
  expect(outputs[0]).toEqual(outputs[1]);
});

test('with scripts off every page is a complete book: no button is dead, every run, answer and solution can be read', async ({ open, site }) => {
  const page = await (await open({ javaScriptEnabled: false })).newPage();
  const faults: string[] = [];
  for (const { path } of builtSite().pages) {
    await page.goto(site.at(path));
    faults.push(...(await page.evaluate(bookFaults)).map((fault) => `${path}: ${fault}`));
  }
  expect(faults).toEqual([]);
}, ALL_PAGES_MS);

test('with scripts off the contents open in a narrow window', async ({ open, site }) => {
  const page = await (await open({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } })).newPage();
  await page.goto(site.at('/basics/tasks/'));
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('navigation').getByRole('link', { name: /Waiting in line/ }).click();
  await page.waitForURL(site.at('/basics/sync-vs-async/'));
});

/** Runs in the page: what a reader without scripts would miss there. Opens every fold. */
function bookFaults(): string[] {
  const faults: string[] = [];
  const tell = (what: string, elements: Iterable<Element>) => {
    for (const element of elements) faults.push(`${what}: ${element.textContent.trim().slice(0, 60) || element.outerHTML.slice(0, 120)}`);
  };
  const seen = (selector: string) => [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
  const unseen = (selector: string) => [...document.querySelectorAll(selector)].filter((element) => !element.checkVisibility());
  // The menu of a narrow window opens without scripts.
  tell('a dead button', seen(':is(button, input, select, textarea):not([popovertarget])'));
  for (const fold of document.querySelectorAll('details')) fold.open = true;
  tell('a program that is not seen', unseen('live-example:not([data-kind=playground]) [data-code]'));
  tell('a run without its output', unseen('live-example [data-output]:has(.out-line)'));
  tell('a run without its timeline', unseen('.timeline:not([data-empty]) .tl-svg'));
  tell('a run without its words', unseen('.timeline:not([data-empty]) .tl-words li'));
  tell('an answer, a hint or a solution that is not seen', unseen('.fold-body'));
  tell('words about buttons that are not there', seen('.out-gap:only-child, [data-help]'));
  return faults;
}
