/** A page as its author wrote it: its parts, each with its line. For checks and counts; the build has its own way. Node. */
import { readdirSync, readFileSync } from 'node:fs';
import { mdxToMdast, type MdastNode } from 'satteri';
import { contentFolder } from '../examples/content.ts';
import type { Language } from '../i18n/ui.ts';
import { languages } from '../i18n/words.ts';
import { anchorOf } from './anchor.ts';

export interface PageSource {
  /** File from the root of the repository, e.g. `content/docs/ko/basics/tasks.mdx`. */
  readonly file: string;
  readonly language: Language;
  readonly headings: readonly Heading[];
  readonly components: readonly Component[];
  readonly links: readonly Link[];
  /** What a reader reads: prose and the words in attributes, without code. */
  readonly texts: readonly Text[];
}

export interface Heading {
  readonly depth: number;
  readonly text: string;
  /** Null where it has none, which the build refuses. */
  readonly anchor: string | null;
  readonly line: number;
}

/** An element of MDX, e.g. `<Example id="basics/tasks" …>`. */
export interface Component {
  readonly name: string;
  /** Those whose value is a string or an expression, which is given as it is written. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly line: number;
  /** Names of the elements around it, from the outside. */
  readonly within: readonly string[];
}

export interface Link {
  readonly url: string;
  readonly line: number;
}

export interface Text {
  readonly value: string;
  /** Of its first character, counted from 1. */
  readonly line: number;
  /** Names of the elements of Markdown and MDX that it stands in, from the outside: `root`, `Objectives`, `listItem`, … */
  readonly within: readonly string[];
}

/** Attributes that hold words for the reader; all others hold names. */
const WORDS = new Set(['title', 'question', 'options', 'claim', 'startLabel']);

/** Where the page `name` of a language lies in `content/`. */
export function pagePath(name: string, language: Language): string {
  return `docs/${language === 'ko' ? 'ko/' : ''}${name}.mdx`;
}

/**
 * The page `name` of a language.
 *
 * @example pageSource('basics/tasks', 'ko').file // 'content/docs/ko/basics/tasks.mdx'
 * @throws where there is no such page.
 */
export function pageSource(name: string, language: Language, content: URL = contentFolder): PageSource {
  const path = pagePath(name, language);
  return parsePage(readFileSync(new URL(path, content), 'utf8'), `content/${path}`, language);
}

/** All pages of the site, those outside chapters too, in the order of their names; by default in every language. */
export function everyPage(of: readonly Language[] = languages, content: URL = contentFolder): readonly PageSource[] {
  const files = readdirSync(new URL('docs/', content), { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
  const names = files.filter((file) => file.endsWith('.mdx') && !file.startsWith('ko/')).map((file) => file.slice(0, -'.mdx'.length));
  const ofLanguage = (language: Language) => names.filter((name) => language === 'en' || files.includes(`ko/${name}.mdx`));
  return of.flatMap((language) => ofLanguage(language).sort().map((name) => pageSource(name, language, content)));
}

export function parsePage(mdx: string, file: string, language: Language): PageSource {
  const page = { file, language, headings: [] as Heading[], components: [] as Component[], links: [] as Link[], texts: [] as Text[] };
  visit(mdxToMdast(mdx), []);
  return page;

  function visit(node: MdastNode, within: readonly string[]): void {
    const line = node.position?.start.line ?? 0;
    let name: string = node.type;
    switch (node.type) {
      case 'yaml':
        for (const [, key = '', value = ''] of node.value.matchAll(/^(title|description): (.+)$/gm)) {
          const before = node.value.slice(0, node.value.indexOf(`${key}: `)).split('\n').length;
          page.texts.push({ value: value.replace(/^"(.*)"$/, '$1'), line: line + before, within: [key] });
        }
        break;
      case 'text':
        page.texts.push({ value: node.value, line, within });
        break;
      case 'link':
        page.links.push({ url: node.url, line });
        break;
      case 'heading':
        page.headings.push({ depth: node.depth, text: plainText(node), anchor: anchorAtEnd(node), line });
        break;
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement': {
        name = node.name ?? node.type;
        const attributes: Record<string, string> = {};
        for (const attribute of node.attributes) {
          if (attribute.type !== 'mdxJsxAttribute') continue;
          const value = typeof attribute.value === 'string' ? attribute.value : (attribute.value?.value ?? '');
          attributes[attribute.name] = value;
          if (WORDS.has(attribute.name)) page.texts.push({ value, line, within: [...within, name, attribute.name] });
        }
        page.components.push({ name, attributes, line, within });
        break;
      }
      default:
        break;
    }
    if ('children' in node) for (const child of node.children as readonly MdastNode[]) visit(child, [...within, name]);
  }
}

function plainText(node: MdastNode): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  return 'children' in node ? (node.children as readonly MdastNode[]).map(plainText).join('').trim() : '';
}

function anchorAtEnd(heading: MdastNode & { type: 'heading' }): string | null {
  const last = heading.children.at(-1) as MdastNode | undefined;
  return last?.type === 'mdxTextExpression' ? anchorOf(last.value) : null;
}
