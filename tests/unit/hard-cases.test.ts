import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readHardCases } from '../../src/hard-cases/files.ts';
import { hardCasesPage } from '../../src/hard-cases/page.ts';
import { languages } from '../../src/i18n/words.ts';
import { generatedFile } from '../../src/site/generated-files.ts';
import { hardPrograms } from '../browser/hard/programs.ts';

const data = readHardCases();

describe('the page of hard cases', () => {
  it.each(languages)('is what the data says: npm run docs:cases (%s)', (language) => {
    expect(readFileSync(generatedFile('about/hard-cases', language), 'utf8')).toBe(hardCasesPage(data, language));
  });

  it('tells of each program that is tried, and of no other', () => {
    expect(Object.keys(data.words.cases)).toEqual(hardPrograms.map(({ id }) => id));
  });

  it('shows a case that no test has seen to hold as one that does not', () => {
    const page = hardCasesPage({ ...data, results: { ...data.results, cases: [] } }, 'en');
    expect(page.match(/\| \*\*no\*\* \|/g)).toHaveLength(hardPrograms.length);
  });
});
