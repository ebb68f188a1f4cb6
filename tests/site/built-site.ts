import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ELEMENT_NODE, type ElementNode, parse, type Node, TEXT_NODE, walkSync } from 'ultrahtml';

/** An element of a page: its name, its attributes, and the text in it. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

export interface Page {
  /** Path under the site's base, e.g. `/ko/basics/tasks/` or `/404.html`. */
  readonly path: string;
  /** In the order in which they stand. */
  readonly elements: readonly Element[];
}

/** The built site as a static host sees it: a folder that is served under a base path. */
export interface BuiltSite {
  readonly folder: string;
  readonly base: string;
  readonly pages: readonly Page[];
  /** All files, as paths under the base, e.g. `/_astro/x.css`. */
  readonly files: ReadonlySet<string>;
}

/** Reads a built site. `base` is the path it was built for. */
export function readSite(folder: string, base: string): BuiltSite {
  if (!existsSync(join(folder, 'index.html'))) throw new Error(`There is no built site in ${folder}. Run \`npm run build\` first.`);
  const files = new Set(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => statSync(join(folder, file)).isFile())
      .map((file) => `/${file.replaceAll('\\', '/')}`),
  );
  const pages = [...files]
    .filter((file) => file.endsWith('.html') && !file.startsWith('/pagefind/'))
    .sort()
    .map((file) => ({ path: file.replace(/\/index\.html$/, '/'), elements: elementsOf(readFileSync(join(folder, file), 'utf8')) }));
  return { folder, base, pages, files };
}

/** The site that `npm run build` made, in the environment in which it made it. */
export const builtSite = (): BuiltSite => readSite('dist', process.env['BASE_PATH'] ?? '/');

function elementsOf(html: string): Element[] {
  const elements: Element[] = [];
  walkSync(parse(html) as Node, (node) => {
    if (node.type !== ELEMENT_NODE) return;
    const { name, attributes } = node as ElementNode;
    elements.push({ name, attributes, text: textOf(node) });
  });
  return elements;
}

function textOf(root: Node): string {
  let text = '';
  walkSync(root, (node) => {
    if (node.type === TEXT_NODE) text += (node as { value: string }).value;
  });
  return text;
}

/** The elements of a page with this name. */
export const named = (page: Page, ...names: string[]): Element[] => page.elements.filter(({ name }) => names.includes(name));

/** The values that an attribute has on a page, in order. */
export const valuesOf = (page: Page, attribute: string): string[] =>
  page.elements.map(({ attributes }) => attributes[attribute]).filter((value) => value !== undefined);

/** The same page in the other language, by path. */
export const twinOf = (path: string): string => (path.startsWith('/ko/') ? path.slice('/ko'.length) : `/ko${path}`);

/** Style sheets and scripts that this site wrote; Python's own files and the search index are not among them. */
export function ownFiles(site: BuiltSite, extension: string): { readonly file: string; readonly text: string }[] {
  return [...site.files]
    .filter((file) => file.endsWith(extension) && !file.startsWith('/_python/') && !file.startsWith('/pagefind/'))
    .map((file) => ({ file, text: readFileSync(join(site.folder, relative('/', file)), 'utf8') }));
}
