import koreanTerms from '../../content/korean-terms.json' with { type: 'json' };
import { plainNoun } from '../i18n/korean.ts';

/** What a word that this site does not use is called here: 데드락 is 교착 상태. Only words that are nothing else. */
const termFor = new Map(koreanTerms.flatMap(({ term, not }) => not.map((word) => [word, term.replace(/하다$/, '')] as const)));

/** Longer ones first: 하위 인터프리터 before a word that begins like it. */
const otherWord = new RegExp(`(?<![가-힣])(?:${[...termFor.keys()].sort((one, other) => other.length - one.length).join('|')})(?![가-힣])`, 'gu');

/**
 * What is looked up when `typed` is typed into the search of a page in `language`: nouns without their particles, and by the
 * one name that they have on this site. What stands in quotation marks is looked up to the letter. Page side.
 *
 * @example searchTerm('이벤트 루프는', 'ko') // '이벤트 루프'
 * @example searchTerm('데드락이', 'ko') // '교착 상태'
 */
export function searchTerm(typed: string, language: string): string {
  if (language !== 'ko' || typed.includes('"')) return typed;
  const nouns = typed.split(/\s+/).map(plainNoun).join(' ');
  return nouns.replace(otherWord, (word) => termFor.get(word) ?? word);
}
