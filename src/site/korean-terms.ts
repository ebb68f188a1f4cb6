/**
 * One Korean word for each idea: `content/korean-terms.json` names, for each term of the glossary, what else it could be called
 * and is not on this site. Node.
 */
import { readFileSync } from 'node:fs';
import { z } from 'astro/zod';
import { contentFolder } from '../examples/content.ts';
import { endOfNoun } from '../i18n/korean.ts';
import type { Text } from './page-source.ts';

const schema = z.array(
  z.strictObject({
    /** In the glossary. */
    anchor: z.string(),
    term: z.string(),
    /** Words that stand for the same idea elsewhere, or by mistake; also as beginnings of longer words. */
    not: z.array(z.string()),
  }),
);

export type KoreanTerm = z.infer<typeof schema>[number];

/** @throws where the file is missing or malformed. */
export function readKoreanTerms(content: URL = contentFolder): readonly KoreanTerm[] {
  return schema.parse(JSON.parse(readFileSync(new URL('korean-terms.json', content), 'utf8')));
}

/** The other words in texts, each with its line and the term to write instead, as sentences. `file` is where they stand. */
export function otherWords(file: string, texts: readonly Pick<Text, 'value' | 'line'>[], terms: readonly KoreanTerm[]): readonly string[] {
  return terms.flatMap(({ term, not }) =>
    not.flatMap((word) => {
      const pattern = patternOf(word, term);
      return texts.flatMap(({ value, line }) =>
        [...value.matchAll(pattern)].map(({ index }) => `${file}:${line + value.slice(0, index).split('\n').length - 1}: "${word}" is called ${term} here.`),
      );
    }),
  );
}

/** A word of one syllable is many others' beginning, so it must end there; and no word is found within its own term. */
function patternOf(word: string, term: string): RegExp {
  const ownTerm = term.startsWith(word) ? `(?!${term.slice(word.length)})` : '';
  const spaced = word.replaceAll(' ', '\\s+');
  // The global interpreter lock has a lock's older name, by which everybody knows it.
  const before = word === '록' ? '(?<!인터프리터\\s)' : '';
  return new RegExp(`(?<![가-힣])${before}${spaced}${ownTerm}${word.length === 1 ? endOfNoun : ''}`, 'gu');
}
