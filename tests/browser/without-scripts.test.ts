import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { parseTranscript } from '../../src/log/transcript.ts';
import { readLines } from './island.ts';
import { test } from './site.ts';

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
