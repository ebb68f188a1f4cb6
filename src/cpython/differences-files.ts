/** Where the page of differences comes from and where it goes. Node. */
import { readFileSync } from 'node:fs';
import { type DifferencesData, type Language, differencesSchema } from './differences.ts';
import { readKnownFailures } from './known-failures.ts';
import { readMeasured } from './measured.ts';

const CONTENT = new URL('../../content/', import.meta.url);

export function readDifferences(): DifferencesData {
  const words = differencesSchema.parse(JSON.parse(readFileSync(new URL('differences.json', CONTENT), 'utf8')));
  return { words, known: readKnownFailures(), measured: readMeasured() };
}

export function differencesFile(language: Language): URL {
  return new URL(`docs/${language === 'en' ? '' : `${language}/`}about/differences.mdx`, CONTENT);
}
