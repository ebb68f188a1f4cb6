/** Where the page of hard cases comes from. Node. */
import { readFileSync, readdirSync } from 'node:fs';
import { readContentJson } from '../site/generated-files.ts';
import { type HardCases, casesSchema, resultsSchema } from './page.ts';

const RESULTS = new URL('../../tests/browser/hard/results/', import.meta.url);

export function readHardCases(): HardCases {
  const results = readdirSync(RESULTS)
    .sort()
    .map((name) => resultsSchema.parse(JSON.parse(readFileSync(new URL(name, RESULTS), 'utf8'))));
  return { words: casesSchema.parse(readContentJson('hard-cases.json')), results };
}
