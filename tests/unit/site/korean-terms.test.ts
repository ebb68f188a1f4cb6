import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { otherWords, readKoreanTerms } from '../../../src/site/korean-terms.ts';
import { everyPage } from '../../../src/site/page-source.ts';

const terms = readKoreanTerms();
const pages = everyPage(['ko']);

describe('the words that Korean pages do not use', () => {
  it.each([
    ['쓰레드가 둘', ['x:7: "쓰레드" is called 스레드 here.']],
    ['첫 줄\n타임아웃이 지나면', ['x:8: "타임아웃" is called 시간제한 here.']],
    ['시간\n제한', ['x:7: "시간 제한" is called 시간제한 here.']],
    ['세마포와 세마포어', ['x:7: "세마포" is called 세마포어 here.']],
    ['록을 잡고', ['x:7: "록" is called 락 here.']],
    ['전역 인터프리터 록(GIL)을 기록하도록', []],
    ['스레드의 시간제한과 락', []],
  ])('in %j', (value, expected) => {
    expect(otherWords('x', [{ value, line: 7 }], terms)).toEqual(expected);
  });

  it('are on no page', () => {
    expect(pages.flatMap(({ file, texts }) => otherWords(file, texts, terms))).toEqual([]);
  });

  it('are in no word of the interface', () => {
    const folders = ['src/i18n', 'src/log/sentences', 'src/timeline'];
    const files = folders.flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith('.ts')).map((name) => `${folder}/${name}`));
    const korean = files.filter((file) => file !== 'src/i18n/korean.ts').map((file) => [file, readFileSync(file, 'utf8')] as const);
    expect(korean.filter(([, text]) => /[가-힣]/.test(text)).length).toBeGreaterThan(4);
    expect(korean.flatMap(([file, value]) => otherWords(file, [{ value, line: 1 }], terms))).toEqual([]);
  });

  it('are in no reason beside a program', () => {
    const marks = readdirSync('content/examples', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
    expect(marks.flatMap((name) => otherWords(name, [{ value: readFileSync(`content/examples/${name}`, 'utf8'), line: 1 }], terms))).toEqual([]);
  });
});

describe('the glossary', () => {
  const entries = pages.find(({ file }) => file.endsWith('/glossary.mdx'))?.headings.filter(({ depth }) => depth === 3) ?? [];

  it('has an entry for each term and no other', () => {
    expect(entries.map(({ anchor }) => anchor).sort()).toEqual(terms.map(({ anchor }) => anchor).sort());
  });

  it('calls each by its one name, with its English', () => {
    const term = new Map(terms.map((entry) => [entry.anchor, entry.term]));
    for (const { anchor, text } of entries) expect(text).toMatch(new RegExp(`^${term.get(anchor ?? '')} ?\\([A-Za-z][^()가-힣]+\\)$`));
  });
});
