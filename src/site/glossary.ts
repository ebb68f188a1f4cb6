/** The terms of the glossary, read from its pages, and where they occur in a text. Build side. */
import { existsSync, readFileSync } from 'node:fs';
import { endOfNoun, endOfVerbNoun } from '../i18n/korean.ts';
import type { Language } from '../i18n/ui.ts';

export interface Term {
  readonly anchor: string;
  /** As patterns: each way in which it stands in sentences. */
  readonly patterns: readonly string[];
  /** Of its longest form: the more words, the more it means. */
  readonly length: number;
  /** Path of the one page on which it may be linked, or null for all. */
  readonly onlyOn: string | null;
  /** Path of the page that teaches it; empty where the glossary names none. */
  readonly taughtOn: string;
  /** What it is called in English, which stands beside it at its first use on the page that teaches it. Null in English. */
  readonly english: string | null;
}

export interface Glossary {
  /** Path of its page, from the root of the site. */
  readonly path: string;
  /** Finds any term; the name of the group that matched is `t` and the index of the term. */
  readonly pattern: RegExp;
  readonly terms: readonly Term[];
}

/** Where a term stands in a text. */
export interface Occurrence {
  readonly term: Term;
  readonly from: number;
  readonly to: number;
}

/**
 * Ordinary words too: prose says `step by step`, `the error stream`, `with the exception of`. Only the page that teaches
 * such a term is sure to mean it, so only there it is linked. By anchor.
 */
const ORDINARY = new Set(
  'await condition done event exception lock pending protocol queue removed signal states step stream'.split(' '),
);

/** The glossary of a language, from `docs` (a folder URL with a slash at its end), or null where there is none yet. */
export function readGlossary(docs: URL, language: Language): Glossary | null {
  const path = `${language === 'ko' ? '/ko' : ''}/glossary/`;
  const file = new URL(`.${path.slice(0, -1)}.mdx`, docs);
  return existsSync(file) ? glossaryFrom(readFileSync(file, 'utf8'), path, language) : null;
}

/**
 * The glossary in the text of its page: every heading of the third level is a term. Its anchor stands in a comment, and the
 * page that teaches it is linked after an arrow.
 */
export function glossaryFrom(mdx: string, path: string, language: Language): Glossary {
  const known = new Set<string>();
  const terms: Term[] = [];
  for (const entry of mdx.split(/^(?=#{2,3} )/m)) {
    const [, heading, anchor] = /^### (.+?) \{\/\* #([a-z0-9-]+) \*\/\}$/m.exec(entry) ?? [];
    if (heading === undefined || anchor === undefined) continue;
    const taughtOn = /^→ \[.*\]\(([^)]+)\)/m.exec(entry)?.[1] ?? '';
    // Of two terms with one name (a timeout is a limit and an event) the first is the one that is meant.
    const forms = (language === 'ko' ? koreanForms(heading) : englishForms(heading)).filter(({ name }) => !known.has(name));
    for (const { name } of forms) known.add(name);
    if (forms.length === 0) continue;
    terms.push({
      anchor,
      patterns: forms.map(({ pattern }) => pattern),
      length: Math.max(...forms.map(({ name }) => name.length)),
      onlyOn: ORDINARY.has(anchor) ? taughtOn : null,
      taughtOn,
      english: language === 'ko' ? englishOf(heading) : null,
    });
  }
  terms.sort((one, other) => other.length - one.length);
  const alternatives = terms.map(({ patterns }, index) => `(?<t${index}>${patterns.join('|')})`);
  // A hyphen makes another word of it: `non-blocking`. An empty glossary matches nothing.
  const pattern = new RegExp(terms.length === 0 ? '(?!)' : `(?<![\\p{L}\\p{N}_-])(?:${alternatives.join('|')})`, 'giu');
  return { path, pattern, terms };
}

/**
 * Where terms stand in `text` that are not in `used`; each once, and from then on it is in `used`. `page` is the path of the
 * page from the root of the site.
 */
export function occurrences(text: string, { pattern, terms }: Glossary, page: string, used: Set<string>): readonly Occurrence[] {
  const found: Occurrence[] = [];
  for (const match of text.matchAll(pattern)) {
    const name = Object.entries(match.groups ?? {}).find(([, value]) => value !== undefined)?.[0];
    const term = name === undefined ? undefined : terms[Number(name.slice(1))];
    if (term === undefined || used.has(term.anchor) || (term.onlyOn !== null && term.onlyOn !== page)) continue;
    used.add(term.anchor);
    found.push({ term, from: match.index, to: match.index + match[0].length });
  }
  return found;
}

interface Form {
  readonly name: string;
  readonly pattern: string;
}

const endOfWord = '(?![\\p{L}\\p{N}_]|-\\p{L})';

/** `Task` and `tasks`; `To resume` and `resumed`; `Timeout, the limit` is `timeout`; `Global interpreter lock (GIL)` is two. */
function englishForms(heading: string): readonly Form[] {
  const [main = '', alias] = heading.replace(/\)$/, '').split(/,| \(/);
  const verb = /^To (.+)$/.exec(main)?.[1];
  if (verb !== undefined) return [{ name: verb, pattern: `${spaced(verb.replace(/e$/, ''))}(?:e|es|s|ed|ing)?${endOfWord}` }];
  const names = heading.includes('(') && alias !== undefined ? [main, alias] : [main];
  return names.map((name) => ({ name: name.toLowerCase(), pattern: `${spaced(name)}(?:s|es)?${endOfWord}` }));
}

/** `태스크 (task)` is 태스크; `취소` is a noun and 취소하다 too; `예약하다` is only 예약합니다; `전역 인터프리터 록(GIL, …)` is two. */
function koreanForms(heading: string): readonly Form[] {
  const [main = '', english = ''] = heading.split(/ ?\(/);
  const verb = /^(.+)하다$/.exec(main)?.[1];
  if (verb !== undefined) return [{ name: verb, pattern: spaced(verb) + endOfVerbNoun }];
  const abbreviation = /^[A-Z]{2,}(?=,)/.exec(english)?.[0];
  return (abbreviation === undefined ? [main] : [main, abbreviation]).map((name) => ({ name, pattern: `${spaced(name)}(?:${endOfNoun}|${endOfVerbNoun})` }));
}

/**
 * The English of a Korean entry.
 *
 * @example englishOf('예약하다 (to schedule)') // 'schedule'
 * @example englishOf('시간 초과 (timeout, the event)') // 'timeout'
 * @example englishOf('전역 인터프리터 록(GIL, global interpreter lock)') // 'global interpreter lock, GIL'
 */
export function englishOf(heading: string): string | null {
  const [, abbreviation, name] = /\((?:([A-Z]{2,}), )?(?:to )?([^),]+)[^)]*\)$/.exec(heading) ?? [];
  if (name === undefined) return null;
  return abbreviation === undefined ? name : `${name}, ${abbreviation}`;
}

/** A term as a pattern: its words may stand on two lines. */
function spaced(name: string): string {
  return name
    .split(' ')
    .map((word) => word.replaceAll(/[^\p{L}\p{N}-]/gu, '\\$&'))
    .join('\\s+');
}
