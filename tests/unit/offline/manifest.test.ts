import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type ManifestEntry, manifestOf } from '../../../src/offline/manifest.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'site-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, content = path): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

const entry = (url: string): ManifestEntry | undefined => manifestOf(folder).find((each) => each.url === url);

it('pages are kept by the address that links have', () => {
  for (const path of ['index.html', 'ko/basics/tasks/index.html', '404.html', 'favicon.svg']) write(path);
  expect(manifestOf(folder).map(({ url }) => url)).toEqual(['./404.html', './favicon.svg', './', './ko/basics/tasks/']);
});

it('a page is another one when its content is', () => {
  write('index.html', 'before');
  const before = entry('./');
  write('index.html', 'after');
  expect(entry('./')).not.toEqual(before);
  write('index.html', 'before');
  expect(entry('./')).toEqual(before);
});

it('a file that is named by its content has no revision, and must arrive whole', () => {
  write('_astro/editor.abc.js', 'code');
  const integrity = `sha256-${createHash('sha256').update('code').digest('base64')}`;
  expect(entry('./_astro/editor.abc.js')).toEqual({ url: './_astro/editor.abc.js', revision: null, integrity });
});

it('what no page asks for is not kept, and the search is', () => {
  const searched = ['pagefind/pagefind.js', 'pagefind/pagefind-worker.js', 'pagefind/pagefind-entry.json', 'pagefind/wasm.ko.pagefind'];
  for (const path of ['_headers', '.nojekyll', 'sitemap-0.xml', 'social-card.png', 'sw.js', 'pagefind/pagefind-ui.js', 'pagefind/pagefind-ui.css', ...searched]) write(path);
  expect(manifestOf(folder).map(({ url }) => url).sort()).toEqual(searched.map((path) => `./${path}`).sort());
});
