import { plainNoun } from '../i18n/korean.ts';

/**
 * What is looked up when `typed` is typed into the search of a page in `language`. What stands in quotation marks is looked
 * up to the letter. Page side.
 *
 * @example searchTerm('이벤트 루프는', 'ko') // '이벤트 루프'
 */
export function searchTerm(typed: string, language: string): string {
  if (language !== 'ko' || typed.includes('"')) return typed;
  return typed.split(/\s+/).map(plainNoun).join(' ');
}
