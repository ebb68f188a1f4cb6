/** Where pages that commands make from data come from and where they go. Node. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { contentFolder } from '../examples/content.ts';
import type { Language } from '../i18n/ui.ts';
import { languages } from '../i18n/words.ts';
import { pagePath } from './page-source.ts';

/** A JSON file of `content/`, to be parsed by its schema. */
export function readContentJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, contentFolder), 'utf8'));
}

/** @example generatedFile('about/speed', 'ko').pathname // '…/content/docs/ko/about/speed.mdx' */
export function generatedFile(name: string, language: Language): URL {
  return new URL(pagePath(name, language), contentFolder);
}

/** Writes the page in each language, and prints where. */
export function writeGenerated(name: string, page: (language: Language) => string): void {
  for (const language of languages) {
    const file = generatedFile(name, language);
    mkdirSync(new URL('.', file), { recursive: true });
    writeFileSync(file, page(language));
    console.log(fileURLToPath(file));
  }
}
