/**
 * Every example, run by pressing Run: what the page then shows is what its recording shows. A Korean page has the programs
 * of its English twin (tests/site/languages.test.ts), so all its recordings are compared, and one of its programs is run.
 */
import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { loadExample } from '../../src/examples/load.ts';
import { exerciseWords } from '../../src/i18n/exercise.ts';
import { islandWords } from '../../src/i18n/island.ts';
import { lineView } from '../../src/island/line-view.ts';
import { bufferOf } from '../../src/island/output-buffer.ts';
import type { Transcript } from '../../src/log/transcript.ts';
import { builtSite, named } from '../site/built-site.ts';
import { IslandOnPage, type ShownLine } from './island.ts';
import { test } from './site.ts';

/** Some ten starts of Python, on a machine that has other things to do. */
const WHOLE_PAGE_MS = 180_000;

/** Exercises have no recording; what they print is their checks' business. */
const EXAMPLES = 'live-example[data-kind=example]:not(live-exercise *)';

const pages = builtSite()
  .pages.filter((page) => named(page, 'live-example').some(({ attributes }) => attributes['data-kind'] === 'example'))
  .map(({ path }) => ({ path, language: path.startsWith('/ko/') ? 'ko' : 'en' }));

describe.concurrent.each(pages)('$path: what its examples print in the page is what their recordings say', ({ path, language }) => {
  test('by pressing Run', { timeout: WHOLE_PAGE_MS }, async ({ page, site }) => {
    const words = islandWords(language);
    await page.goto(site.at(path));
    const recordedOnPage = await recordedLines(page);
    // Where the reader is asked to predict a run, it is to be had once the answer is out.
    for (const show of await page.getByRole('button', { name: exerciseWords(language).showAnswer }).all()) await show.click();

    let hasRun = false;
    for (const [id, linesOnPage] of Object.entries(recordedOnPage)) {
      const { transcript, marks } = await loadExample(id);
      if (transcript === null) throw new Error(`${id} has no recording`);
      const recorded = linesOf(transcript, words.stderr);
      expect(linesOnPage, `${id}, before any script`).toEqual(recorded);
      const island = new IslandOnPage(page, page.locator(`${EXAMPLES}[data-id="${id}"]`), language);
      if (!marks.browser) {
        await expectRecordingOnly(island.region, words.run, words.recordedNatively);
        continue;
      }
      if (language !== 'en' && hasRun) continue;
      hasRun = true;
      await island.showAllAtOnce();
      await island.runToEnd();
      const shown = await island.lines();
      // Where work costs time, the times are those of this machine.
      if (marks.work === 'real') expect(shown.map(withoutTime), id).toEqual(recorded.map(withoutTime));
      else expect(shown, id).toEqual(recorded);
      const { at, status, reason } = transcript.end;
      if (marks.work === 'free' && reason === 'finished') expect(await island.status.textContent(), id).toBe(words.ended(reason, at, status));
    }
  });
});

const withoutTime = ([, mark, text]: ShownLine) => [mark, text];

function linesOf(transcript: Transcript, stderr: string): ShownLine[] {
  const buffer = bufferOf(transcript.lines);
  const lines = [...buffer.first, ...buffer.last];
  return lines.map((line, index) => {
    const view = lineView(line, lines[index - 1]);
    return [view.time, view.stderr ? stderr : '', view.segments.map(({ text }) => text).join('')];
  });
}

/** The outputs in the page as the server sends it, by the ids of their examples. */
function recordedLines(page: Page): Promise<Record<string, ShownLine[]>> {
  return page.evaluate(async (selector) => {
    const html = await (await fetch(location.href)).text();
    const sent = new DOMParser().parseFromString(html, 'text/html');
    const textOf = (line: Element, part: string) => line.querySelector(`.out-${part}`)?.textContent ?? '';
    return Object.fromEntries(
      [...sent.querySelectorAll<HTMLElement>(selector)].map((island) => [
        island.dataset['id'],
        [...island.querySelectorAll('[data-output] .out-line')].map((line) => [textOf(line, 'time'), textOf(line, 'mark'), textOf(line, 'text')] as const),
      ]),
    );
  }, EXAMPLES);
}

async function expectRecordingOnly(island: Locator, run: string, sentence: string): Promise<void> {
  expect(await island.getByRole('button', { name: run, exact: true }).count()).toBe(0);
  expect(await island.locator('.recording-only').textContent()).toContain(sentence);
}
