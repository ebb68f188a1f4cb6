import { describe, expect, it } from 'vitest';
import { plainNoun } from '../../../src/i18n/korean.ts';

describe('plainNoun', () => {
  it.each([
    ['코루틴을', '코루틴'],
    ['코루틴은', '코루틴'],
    ['태스크가', '태스크'],
    ['태스크들이', '태스크'],
    ['루프는', '루프'],
    ['루프에서는', '루프'],
    ['큐에서', '큐에서'],
    ['스레드로', '스레드'],
    ['스레드마다', '스레드'],
    ['예외까지도', '예외'],
    ['취소하면', '취소'],
    ['취소되었을', '취소'],
    ['예약했습니다', '예약'],
    ['await는', 'await'],
    ['gather를', 'gather'],
    ['GIL이란', 'GIL'],
    ['3.14에서', '3.14'],
  ])('%s is %s', (word, noun) => {
    expect(plainNoun(word)).toBe(noun);
  });

  it.each(['코루틴', '태스크', '이벤트', '루프', '결과', '예외', '큐', '락', '세마포어', '트레이스백', '제너레이터', 'await', '장벽', '동기화', '페이지'])(
    '%s stays as it is',
    (word) => {
      expect(plainNoun(word)).toBe(word);
    },
  );

  it('leaves at worst the beginning of a noun that holds what looks like a verb: a search for it finds the noun too', () => {
    expect('시간제한'.startsWith(plainNoun('시간제한을'))).toBe(true);
  });
});
