/**
 * What there is in Python's documentation to link to: `content/python-docs.json`, made from the documentation itself by
 * `npm run docs:anchors`. So a link can be checked without a network. Node.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'astro/zod';
import { contentFolder } from '../examples/content.ts';
import type { PageSource } from './page-source.ts';

const schema = z.strictObject({
  /** Where the pages were taken from. */
  source: z.string(),
  /** Of Python, e.g. `3.14.10`. */
  version: z.string(),
  /** The anchors of each page, by its path; between two of them is a space. */
  pages: z.record(z.string(), z.string()),
});

export type PythonDocs = z.infer<typeof schema>;

/** A link into the documentation: the path of a page, and an anchor on it. Translations have the same of both. */
const LINK = /^https:\/\/docs\.python\.org\/(?:ko\/)?3(?:\.14)?\/([^#]*)(?:#(.+))?$/;

/** What belongs to the documentation's looks, and ids that Sphinx counts: they change with every edit. */
const NO_TARGET = /^(?:id\d+|index-\d+|pygments_dark_css|pydoctheme_dark_css|menuToggler|search-?box|cpython-language-and-version|navmenu.*)$/;

/** @throws where the file is missing or malformed. */
export function readPythonDocs(content: URL = contentFolder): PythonDocs {
  return schema.parse(JSON.parse(readFileSync(new URL('python-docs.json', content), 'utf8')));
}

/** Links of a page into Python's documentation that lead nowhere, as sentences that begin with file and line. */
export function deadDocsLinks(page: PageSource, { pages, version }: PythonDocs): readonly string[] {
  return page.links.flatMap(({ url, line }) => {
    if (!url.startsWith('https://docs.python.org/')) return [];
    const [, path, anchor] = LINK.exec(url) ?? [];
    const at = `${page.file}:${line}: ${url}`;
    if (path === undefined) return [`${at} is not of Python 3.14.`];
    const anchors = pages[path];
    if (anchors === undefined) return [`${at}: the page is not in content/python-docs.json. If it exists, say so with npm run docs:anchors (CONTRIBUTING.md).`];
    return anchor === undefined || anchors.split(' ').includes(anchor) ? [] : [`${at}: the page has no such anchor in Python ${version}.`];
  });
}

/**
 * Reads the pages that are linked to, and all about asyncio, from `folder`, the documentation as HTML; a path to nothing is
 * left out, so that its link fails. `linked` are addresses.
 */
export function pythonDocsFrom(folder: URL, linked: readonly string[], source: string): PythonDocs {
  const about = readdirSync(new URL('library/', folder)).filter((name) => name.startsWith('asyncio')).map((name) => `library/${name}`);
  const paths = new Set([...about, ...linked.flatMap((url) => LINK.exec(url)?.[1] ?? [])]);
  const pages = [...paths].sort().flatMap((path) => {
    const html = readIfPresent(new URL(path === '' ? 'index.html' : path, folder));
    return html === null ? [] : [[path, anchorsIn(html).join(' ')] as const];
  });
  const version = /Python (3\.14\.\d+) documentation/.exec(readFileSync(new URL('index.html', folder), 'utf8'))?.[1];
  if (version === undefined) throw new Error(`${folder.pathname} is not the documentation of a Python 3.14.`);
  return { source, version, pages: Object.fromEntries(pages) };
}

function anchorsIn(html: string): readonly string[] {
  return [...new Set([...html.matchAll(/\sid="([^"\s]+)"/g)].map(([, id = '']) => id))].filter((id) => !NO_TARGET.test(id)).sort();
}

function readIfPresent(file: URL): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
