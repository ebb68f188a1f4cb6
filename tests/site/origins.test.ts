import { expect, it } from 'vitest';
import { builtSite, named, ownFiles } from './built-site.ts';

const site = builtSite();

it('no page loads anything from another origin', () => {
  const loaded = site.pages.flatMap((page) => {
    const links = named(page, 'link').filter(({ attributes }) => !['canonical', 'alternate'].includes(attributes['rel'] ?? ''));
    const targets = [
      ...links.map(({ attributes }) => attributes['href']),
      ...named(page, 'script', 'img', 'iframe', 'source', 'video', 'audio').map(({ attributes }) => attributes['src']),
    ];
    return targets.filter((target) => target !== undefined && /^([a-z]+:)?\/\//i.test(target)).map((target) => `${page.path}: ${target}`);
  });
  expect(loaded).toEqual([]);
});

it('no style sheet loads anything from another origin', () => {
  const loaded = ownFiles(site, '.css').flatMap(({ file, text }) =>
    [...text.matchAll(/(?:url\(\s*["']?|@import\s+["'])((?:[a-z]+:)?\/\/[^"')]+)/gi)].map(([, target]) => `${file}: ${target}`),
  );
  expect(loaded).toEqual([]);
});

it('no script names another origin, but for names that are never fetched', () => {
  // Names and messages, never fetched; `https://p` is a base with which the search page parses relative addresses. A new
  // address here is a reason to look at what the script does with it.
  const harmless = /^https?:\/\/(www\.w3\.org\/|p$)/;
  const named = ownFiles(site, '.js').flatMap(({ file, text }) =>
    [...text.matchAll(/["'`](https?:\/\/[^"'`\s]*)/g)].filter(([, address = '']) => !harmless.test(address)).map(([, address]) => `${file}: ${address}`),
  );
  expect(named).toEqual([]);
});
