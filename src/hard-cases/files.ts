/** Where the page of hard cases comes from. Node. */
import { readFileSync } from 'node:fs';
import { readContentJson } from '../site/generated-files.ts';
import { type HardCases, casesSchema, resultsSchema } from './page.ts';

const RESULTS = new URL('../../tests/browser/hard/results.json', import.meta.url);

export function readHardCases(): HardCases {
  return { words: casesSchema.parse(readContentJson('hard-cases.json')), results: resultsSchema.parse(JSON.parse(readFileSync(RESULTS, 'utf8'))) };
}
