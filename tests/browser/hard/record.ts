/** Results of hard cases: committed beside the tests in results/, compared with what the tests see, made into a page. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { type CaseResults, resultsSchema } from '../../../src/hard-cases/page.ts';
import type { Language } from '../../../src/i18n/ui.ts';

/** What the page says of a case, by language. */
export type Said = Partial<Readonly<Record<Language, string>>>;

const RECORDING = process.env['RECORD_HARD'] !== undefined;

const NAMES: Readonly<Record<string, string>> = { chromium: 'Chromium', firefox: 'Firefox' };

/** Seconds and megabytes, which are different at each run. */
const MEASURED = /\d[\d.,]*(?=초| (?:s|of|MB)(?!\w))/g;

/**
 * For a file of tests whose results are in `results/<name>.json`: one result for each of `ids`, and no other.
 * @returns to be called when a case has held, with what the page said of it. Fails where the committed results say
 * otherwise; with `RECORD_HARD=1` it writes them instead.
 */
export function hardCases(name: string, ids: readonly string[]): (id: string, said: Said, browser: Browser) => void {
  const file = new URL(`results/${name}.json`, import.meta.url);
  const committed: CaseResults = existsSync(file) ? resultsSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : { browser: '', cases: {} };
  const seen: Record<string, Said> = {};
  let seenIn = committed.browser;

  afterAll(() => {
    if (!RECORDING) return;
    const all = { ...committed.cases, ...seen };
    const cases = Object.fromEntries(ids.flatMap((id) => (all[id] === undefined ? [] : [[id, all[id]]])));
    writeFileSync(file, `${JSON.stringify({ browser: seenIn, cases }, null, 2)}\n`);
  });

  if (!RECORDING) {
    test(`there is a committed result of each case (${name}): RECORD_HARD=1 writes them`, () => {
      expect(Object.keys(committed.cases)).toEqual(ids);
    });
  }

  return (id, said, browser) => {
    expect(ids).toContain(id);
    const lasting = Object.fromEntries(Object.entries(said).map(([language, text]) => [language, text.replace(MEASURED, '…')]));
    seen[id] = lasting;
    seenIn = `${NAMES[browser.browserType().name()] ?? browser.browserType().name()} ${browser.version()}`;
    if (!RECORDING) expect(lasting, 'RECORD_HARD=1 writes the results anew').toEqual(committed.cases[id]);
  };
}
