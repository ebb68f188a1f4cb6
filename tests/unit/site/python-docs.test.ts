import { expect, it } from 'vitest';
import { everyPage, parsePage } from '../../../src/site/page-source.ts';
import { deadDocsLinks, readPythonDocs } from '../../../src/site/python-docs.ts';

const docs = readPythonDocs();

it('every link into Python’s documentation leads to a page and an anchor that it has', () => {
  const pages = everyPage();
  expect(pages.flatMap(({ links }) => links).filter(({ url }) => url.startsWith('https://docs.python.org/')).length).toBeGreaterThan(500);
  expect(pages.flatMap((page) => deadDocsLinks(page, docs))).toEqual([]);
});

it.each([
  ['https://docs.python.org/3.14/library/asyncio-task.html#asyncio.gather', null],
  ['https://docs.python.org/ko/3.14/library/asyncio-task.html', null],
  ['https://docs.python.org/3.14/library/asyncio-task.html#asyncio.gathr', /x\.mdx:1: .* has no such anchor in Python 3\.14/],
  ['https://docs.python.org/3.14/library/asyncio-tasks.html', /x\.mdx:1: .* not in content\/python-docs\.json/],
  ['https://docs.python.org/3.12/library/asyncio-task.html', /x\.mdx:1: .* is not of Python 3\.14/],
])('%s', (url, sentence) => {
  const found = deadDocsLinks(parsePage(`[x](${url})\n`, 'x.mdx', 'en'), docs);
  if (sentence === null) expect(found).toEqual([]);
  else expect(found.join('\n')).toMatch(sentence);
});
