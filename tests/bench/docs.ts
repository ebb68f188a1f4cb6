/** `npm run docs:speed`: writes the page about speed, in each language, from what was measured last. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Language, type SpeedWords, languages, speedPage, speedSchema } from './page.ts';
import { readResults } from './results.ts';

const CONTENT = new URL('../../content/', import.meta.url);

export function readSpeedWords(): SpeedWords {
  return speedSchema.parse(JSON.parse(readFileSync(new URL('speed.json', CONTENT), 'utf8')));
}

export function speedFile(language: Language): URL {
  return new URL(`docs/${language === 'en' ? '' : `${language}/`}about/speed.mdx`, CONTENT);
}

export function writeSpeedPages(): void {
  for (const language of languages) {
    const file = speedFile(language);
    mkdirSync(new URL('.', file), { recursive: true });
    writeFileSync(file, speedPage(readSpeedWords(), readResults(), language));
    console.log(fileURLToPath(file));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeSpeedPages();
