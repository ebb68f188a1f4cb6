import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { languages } from '../../../src/i18n/words.ts';
import { generatedFile } from '../../../src/site/generated-files.ts';
import { readSpeedWords } from '../../bench/docs.ts';
import { speedPage } from '../../bench/page.ts';
import { readResults } from '../../bench/results.ts';

describe('the page about speed', () => {
  it.each(languages)('is what `npm run docs:speed` writes (%s)', (language) => {
    expect(readFileSync(generatedFile('about/speed', language), 'utf8')).toBe(speedPage(readSpeedWords(), readResults(), language));
  });
});
