/** Where the page of hard cases comes from and where it goes. Node. */
import { readFileSync } from 'node:fs';
import { type HardCases, type Language, casesSchema, resultsSchema } from './page.ts';

const ROOT = new URL('../../', import.meta.url);

export function readHardCases(): HardCases {
  const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, ROOT), 'utf8'));
  return { words: casesSchema.parse(read('content/hard-cases.json')), results: resultsSchema.parse(read('tests/browser/hard/results.json')) };
}

export function hardCasesFile(language: Language): URL {
  return new URL(`content/docs/${language === 'en' ? '' : `${language}/`}about/hard-cases.mdx`, ROOT);
}
