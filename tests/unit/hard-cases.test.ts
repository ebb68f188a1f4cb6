import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readHardCases } from '../../src/hard-cases/files.ts';
import { hardCasesPage } from '../../src/hard-cases/page.ts';
import { languages } from '../../src/i18n/words.ts';
import { generatedFile } from '../../src/site/generated-files.ts';

const data = readHardCases();
const told = Object.values(data.words.parts).flatMap(({ cases }) => Object.keys(cases));
const seen = data.results.flatMap(({ cases }) => Object.entries(cases));

describe('the page of hard cases', () => {
  it.each(languages)('is what the data says: npm run docs:cases (%s)', (language) => {
    expect(readFileSync(generatedFile('about/hard-cases', language), 'utf8')).toBe(hardCasesPage(data, language));
  });

  it('tells of each case that tests have seen to hold, and of no other', () => {
    expect(seen.map(([id]) => id).sort()).toEqual([...told].sort());
  });

  it('quotes what the page said in every language', () => {
    const quoted = Object.values(data.words.parts).flatMap(({ quotes, cases }) => (quotes ? Object.keys(cases) : []));
    for (const [id, said] of seen) if (quoted.includes(id)) expect(Object.keys(said).sort(), id).toEqual([...languages].sort());
  });

  it('shows a case that no test has seen to hold as one that does not', () => {
    const page = hardCasesPage({ ...data, results: [] }, 'en');
    expect(page.match(/\| \*\*no\*\* \|/g)).toHaveLength(told.length);
    expect(page).toContain(`: 0 of ${told.length} hold.`);
  });
});
