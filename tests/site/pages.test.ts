import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readOutline } from '../../src/site/outline.ts';
import { contentFolder } from '../../src/examples/content.ts';
import { builtSite, named, type Page } from './built-site.ts';

const { pages } = builtSite();
const content = (page: Page, name: string) =>
  named(page, 'meta').find(({ attributes }) => (attributes['name'] ?? attributes['property']) === name)?.attributes['content'];

describe.each(pages.map((page) => [page.path, page] as const))('%s', (path, page) => {
  const language = path.startsWith('/ko/') ? 'ko' : 'en';

  it('says what it is: a title, a description, a language, one first heading', () => {
    expect(named(page, 'title')[0]?.text).toMatch(/\S · \S/);
    expect(content(page, 'description')?.length).toBeGreaterThan(15);
    expect(content(page, 'og:image')).toMatch(/\/social-card\.png$/);
    expect(named(page, 'html')[0]?.attributes['lang']).toBe(language);
    expect(named(page, 'h1')).toHaveLength(1);
  });

  it('names its twin in the other language', () => {
    if (path === '/404.html') return;
    const languages = named(page, 'link').flatMap(({ attributes }) => (attributes['rel'] === 'alternate' ? (attributes['hreflang'] ?? []) : []));
    expect(languages.sort()).toEqual(expect.arrayContaining(['en', 'ko']));
  });

  it('uses every id once', () => {
    const ids = page.elements.flatMap(({ attributes }) => attributes['id'] ?? []);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });
});

it('no two pages of a language have the same title', () => {
  const titles = pages.map((page) => `${page.path.startsWith('/ko/')}${named(page, 'title')[0]?.text}`);
  expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
});

it('every page of a chapter is in the outline', () => {
  const inOutline = readOutline(contentFolder).chapters.flatMap(({ id, pages: names }) => names.map((name) => `${id}/${name}.mdx`));
  const written = readdirSync(new URL('docs/', contentFolder), { recursive: true, encoding: 'utf8' }).filter((file) =>
    /^(?!ko[/\\])[^/\\]+[/\\].+\.mdx$/.test(file),
  );
  expect(written.sort()).toEqual(inOutline.sort());
});
