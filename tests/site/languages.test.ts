import { describe, expect, it } from 'vitest';
import { contentFolder } from '../../src/examples/content.ts';
import { readGlossary } from '../../src/site/glossary.ts';
import { builtSite, named, type Page, twinOf, valuesOf } from './built-site.ts';

const { pages } = builtSite();
const byPath = new Map(pages.map((page) => [page.path, page]));
// One page speaks both languages: the one for addresses that do not exist.
const english = pages.filter(({ path }) => !path.startsWith('/ko/') && path !== '/404.html');

const anchorsOf = (page: Page) => named(page, 'h2', 'h3', 'h4').flatMap(({ attributes }) => attributes['id'] ?? []);

it('every Korean page has an English one', () => {
  const korean = pages.filter(({ path }) => path.startsWith('/ko/'));
  expect(korean.map(({ path }) => twinOf(path)).sort()).toEqual(english.map(({ path }) => path).sort());
});

it('where a Korean page teaches a term, its English stands beside it at its first use', () => {
  const terms = new Map(readGlossary(new URL('docs/', contentFolder), 'ko')?.terms.map((term) => [term.anchor, term]));
  const taught = pages.flatMap((page) =>
    page.elements.flatMap(({ attributes, text }, index) => {
      const term = attributes['class'] === 'term' ? terms.get(attributes['href']?.split('#')[1] ?? '') : undefined;
      if (term === undefined || term.taughtOn !== page.path || !/[가-힣]/.test(text)) return [];
      const around = page.elements.findLast((element, at) => at < index && element.text.includes(text));
      return [{ term: `${page.path} ${text}`, beside: page.elements[index + 1]?.text === `(${term.english})` || around?.text.includes(`${text}(`) === true }];
    }),
  );
  expect(taught.length).toBeGreaterThan(45);
  expect(taught.filter(({ beside }) => !beside)).toEqual([]);
});

describe.each(english.map((page) => [page.path, page] as const))('%s and its Korean twin', (path, page) => {
  const twin = byPath.get(twinOf(path));

  it('is written in Korean, not shown in English for want of a translation', () => {
    const main = twin === undefined ? undefined : named(twin, 'main')[0];
    expect(main?.attributes['lang']).toBe('ko');
  });

  it('has the same anchors in the same order', () => {
    expect(twin && anchorsOf(twin)).toEqual(anchorsOf(page));
  });

  it('has the same programs in the same order', () => {
    for (const attribute of ['data-id', 'data-example', 'data-exercise']) expect(twin && valuesOf(twin, attribute)).toEqual(valuesOf(page, attribute));
  });

  // But for those to the glossary, which each language has at its own first use of a term.
  it('has the same links into the site', () => {
    const local = (of: Page) =>
      named(of, 'a')
        .flatMap(({ attributes }) => (attributes['rel'] === 'alternate' || attributes['class'] === 'term' ? [] : (attributes['href'] ?? [])))
        .filter((href) => href.startsWith('/') && !href.includes('#code='))
        .map((href) => href.replace(/\/ko\//, '/'));
    expect(twin && local(twin)).toEqual(local(page));
  });
});
