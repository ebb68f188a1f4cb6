import { describe, expect, it } from 'vitest';
import { withProcessTerm } from '../../../src/site/korean-search.ts';
import { searchTerm } from '../../../src/site/search-term.ts';

describe('what is looked up in Korean', () => {
  it.each([
    ['코루틴을', '코루틴'],
    ['이벤트 루프는', '이벤트 루프'],
    ['태스크가 취소하면', '태스크 취소'],
    ['await는', 'await'],
    ['쓰레드에서', '스레드'],
    ['데드락이', '교착 상태'],
    ['타임 아웃은', '시간제한'],
    ['세마포어', '세마포어'],
    ['"코루틴을"', '"코루틴을"'],
    ['', ''],
  ])('for %j it is %j', (typed, lookedUp) => {
    expect(searchTerm(typed, 'ko')).toBe(lookedUp);
  });

  it('is in English what is typed', () => {
    expect(searchTerm('태스크가', 'en')).toBe('태스크가');
  });
});

describe('the options of the search', () => {
  const id = '\0virtual:starlight/pagefind-config';

  it('get a function beside what Starlight put there', () => {
    const code = withProcessTerm('export const pagefindUserConfig = {"ranking":{}}', id);
    expect(code).toContain('{ ...{"ranking":{}}, processTerm:');
    expect(withProcessTerm('anything', 'other')).toBeUndefined();
  });

  it('must be where they were', () => {
    expect(() => withProcessTerm('export default {}', id)).toThrow(/have changed/);
  });
});
