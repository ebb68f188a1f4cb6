/** `npm run docs:differences`: writes the page of all known differences from native CPython, in each language. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { differencesPage, languages } from '../cpython/differences.ts';
import { differencesFile, readDifferences } from '../cpython/differences-files.ts';

const data = readDifferences();
for (const language of languages) {
  const file = differencesFile(language);
  mkdirSync(new URL('.', file), { recursive: true });
  writeFileSync(file, differencesPage(data, language));
  console.log(fileURLToPath(file));
}
