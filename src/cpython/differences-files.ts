/** Where the page of differences comes from. Node. */
import { readContentJson } from '../site/generated-files.ts';
import { type DifferencesData, differencesSchema } from './differences.ts';
import { readKnownFailures } from './known-failures.ts';
import { readMeasured } from './measured.ts';

export function readDifferences(): DifferencesData {
  const words = differencesSchema.parse(readContentJson('differences.json'));
  return { words, known: readKnownFailures(), measured: readMeasured() };
}
