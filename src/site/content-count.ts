/** Everything in `content/` that pages consist of, counted by chapter and language, with what is missing. Node. */
import { existsSync } from 'node:fs';
import { contentFolder } from '../examples/content.ts';
import { loadExample } from '../examples/load.ts';
import { listExamples } from '../examples/list.ts';
import type { Language } from '../i18n/ui.ts';
import { languages } from '../i18n/words.ts';
import { countPage, differencesBetween, missingFrom, type PageCount, unused } from './completeness.ts';
import { readOutline } from './outline.ts';
import { everyPage, pagePath, pageSource } from './page-source.ts';

/** The curriculum's own number: so many examples at least, in all. */
const EXAMPLES_AT_LEAST = 120;

export interface ChapterCount extends PageCount {
  readonly chapter: string;
  readonly language: Language;
  readonly pages: number;
  /** Sentences. */
  readonly missing: readonly string[];
}

export interface ContentCount {
  readonly chapters: readonly ChapterCount[];
  /** What is missing from the site as a whole. */
  readonly missing: readonly string[];
}

/** @throws (rejects) where the outline or an example cannot be read. */
export async function countContent(content: URL = contentFolder): Promise<ContentCount> {
  const live = new Map<string, boolean>();
  for (const id of listExamples(content)) live.set(id, (await loadExample(id, { content, allowUnrecorded: true })).marks.browser);
  const isLive = (id: string) => live.get(id) ?? true;

  const lessons = readOutline(content).chapters.filter(({ reference }) => reference !== true);
  const chapters = lessons.flatMap(({ id, pages }) =>
    languages.map((language) => countChapter(id, pages, language, content, isLive)),
  );
  const examples = chapters.filter(({ language }) => language === 'en').reduce((sum, count) => sum + count.examples, 0);
  return {
    chapters,
    missing: [
      ...unused(everyPage(['en'], content), content),
      ...unrecorded(content),
      ...(examples < EXAMPLES_AT_LEAST ? [`There are ${examples} examples; the curriculum wants ${EXAMPLES_AT_LEAST}.`] : []),
    ],
  };
}

function countChapter(
  chapter: string,
  pages: readonly string[],
  language: Language,
  content: URL,
  isLive: (id: string) => boolean,
): ChapterCount {
  const sum = { examples: 0, recorded: 0, predicts: 0, exercises: 0, notes: 0, links: 0 };
  const missing: string[] = [];
  let written = 0;
  for (const slug of pages) {
    const name = `${chapter}/${slug}`;
    const path = pagePath(name, language);
    if (!existsSync(new URL(path, content))) {
      missing.push(`content/${path}: the page is not written.`);
      continue;
    }
    written += 1;
    const page = pageSource(name, language, content);
    const count = countPage(page, isLive);
    for (const key of Object.keys(sum) as (keyof PageCount)[]) sum[key] += count[key];
    missing.push(...missingFrom(page, count, content));
    // Once is enough, and the English page is what the other is held against.
    if (language !== 'en') missing.push(...differencesBetween(page, pageSource(name, 'en', content)));
  }
  return { chapter, language, pages: written, ...sum, missing };
}

function unrecorded(content: URL): readonly string[] {
  return listExamples(content).flatMap((id) =>
    existsSync(new URL(`examples/${id}.out`, content)) ? [] : [`content/examples/${id}.py: it is not recorded (npm run examples:record -- ${id}).`],
  );
}

const COLUMNS = ['pages', 'examples', 'recorded', 'predicts', 'exercises', 'notes', 'links', 'missing'] as const;

type Row = Readonly<Record<(typeof COLUMNS)[number], number>>;

/** The count as a table, a line for each chapter and language, their sums below, and then what is missing. */
export function tableOf({ chapters, missing }: ContentCount): string {
  const rows: (readonly [string, Row])[] = chapters.map((count) => [`${count.chapter} ${count.language}`, { ...count, missing: count.missing.length }]);
  for (const language of languages) {
    const sum = Object.fromEntries(
      COLUMNS.map((column) => [column, rows.filter((_, index) => chapters[index]?.language === language).reduce((total, [, row]) => total + row[column], 0)]),
    ) as Row;
    rows.push([`all ${language}`, sum]);
  }
  const width = Math.max(...rows.map(([name]) => name.length));
  const line = (name: string, cells: readonly string[]) => `${name.padEnd(width)}  ${cells.map((cell, index) => cell.padStart(COLUMNS[index]?.length ?? 0)).join('  ')}`;
  return [
    line('', COLUMNS),
    ...rows.map(([name, row]) => line(name, COLUMNS.map((column) => String(row[column])))),
    `missing from the site as a whole: ${missing.length}`,
    ...[...chapters.flatMap((count) => count.missing), ...missing].map((sentence) => `  ${sentence}`),
  ].join('\n');
}

/** How many things are missing, in all. */
export function missingIn({ chapters, missing }: ContentCount): number {
  return chapters.reduce((sum, count) => sum + count.missing.length, missing.length);
}
