import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDifferences } from '../../../src/cpython/differences-files.ts';
import { differencesPage } from '../../../src/cpython/differences.ts';
import { readMeasured } from '../../../src/cpython/measured.ts';
import { modules } from '../../../src/cpython/suite.ts';
import { passRate, sum } from '../../../src/cpython/judge.ts';
import { languages } from '../../../src/i18n/words.ts';
import { generatedFile } from '../../../src/site/generated-files.ts';

const data = readDifferences();

describe('the page of differences from native CPython', () => {
  it.each(languages)('is what `npm run docs:differences` writes (%s)', (language) => {
    expect(readFileSync(generatedFile('about/differences', language), 'utf8')).toBe(differencesPage(data, language));
  });

  it('has Korean for the reasons that are in use, and for no others', () => {
    expect(Object.keys(data.words.reasons).sort()).toEqual([...new Set(data.known.map(({ reason }) => reason))].sort());
  });

  it('has a column for each number of the table', () => {
    const [row] = differencesPage(data, 'en').split('\n').filter((line) => line.startsWith('| `'));
    expect(row?.split('|').length).toBe(data.words.tests.columns.length + 2);
  });
});

describe("the table of CPython's tests", () => {
  it('is of a full run that found nothing unexpected', () => {
    expect(readMeasured().map(({ module }) => module)).toEqual(modules);
    expect(sum(readMeasured().map(({ counts }) => counts)).failed.unexpected).toBe(0);
  });

  it('has 98 of a hundred pass', () => {
    expect(passRate(sum(readMeasured().map(({ counts }) => counts)))).toBeGreaterThanOrEqual(98);
  });

  it('counts the known failures that stand in the file', () => {
    const { failed } = sum(readMeasured().map(({ counts }) => counts));
    const known = (wanted: string) => data.known.filter(({ kind }) => kind === wanted).length;
    expect(failed).toEqual({ platform: known('platform'), 'later-fix': known('later-fix'), runtime: known('runtime'), unexpected: 0 });
  });
});
