import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSpeedWords, speedFile } from '../../bench/docs.ts';
import { languages, speedPage } from '../../bench/page.ts';
import { readResults } from '../../bench/results.ts';

describe('the page about speed', () => {
  it.each(languages)('is what `npm run docs:speed` writes (%s)', (language) => {
    expect(readFileSync(speedFile(language), 'utf8')).toBe(speedPage(readSpeedWords(), readResults(), language));
  });
});
