/**
 * Korean nouns as they stand in sentences: with particles right behind them, and as the stem of verbs. Enough for the
 * words of this site; it is no stemmer. Pure.
 */

/** What may follow a noun, longer ones first. Up to two of them may follow each other: 큐에서는. */
const PARTICLES = (
  '이라고 이라는 라고 라는 에게서 으로써 으로서 이란 이나 이든 이며 이고 입니다 에서 에게 한테 까지 부터 처럼 보다 마다 조차 ' +
  '밖에 으로 로써 로서 이다 은 는 이 가 을 를 의 에 로 와 과 도 만 란 나 든 며 고'
).split(' ');

/** What makes a verb of a noun: 취소하면, 취소된, 예약했고. Then anything may follow. */
const VERBS = '하 해 했 한 할 함 합 되 돼 됐 된 될 됨 됩 시키 시켜 시킨 시킬'.split(' ');

const particles = `들?(?:${PARTICLES.join('|')}){0,2}`;

/**
 * As part of a pattern, after a noun: a word ends here, or particles follow and then it ends. With flag `u`.
 *
 * @example new RegExp(`동기${endOfNoun}`, 'u').test('동기와') // true, and false for '동기화'
 */
export const endOfNoun = `(?=${particles}(?![\\p{L}\\p{N}]))`;

/** As part of a pattern, after the noun in a verb: 예약 in 예약합니다. */
export const endOfVerbNoun = `(?=${VERBS.join('|')})`;

const wordWithEnding = new RegExp(`^(.*?[^가-힣]|[가-힣]{2,}?)(?:${particles}|(?:${VERBS.join('|')})[가-힣]*)$`, 'u');

/**
 * A word without its particles or verb ending, where at least two syllables are left of it (or any name in other
 * letters). Short words stay as they are: many only look as if they had one.
 *
 * @example plainNoun('코루틴을') // '코루틴'
 * @example plainNoun('취소하면') // '취소'
 * @example plainNoun('await는') // 'await'
 * @example plainNoun('결과') // '결과'
 */
export function plainNoun(word: string): string {
  return wordWithEnding.exec(word)?.[1] ?? word;
}
