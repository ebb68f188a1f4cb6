/** What a page must have to be whole, and how much there is of it. For the table in CI's output and its tests. Node. */
import { existsSync } from 'node:fs';
import { contentFolder } from '../examples/content.ts';
import { listExamples, listExercises } from '../examples/list.ts';
import { type Language, siteWords } from '../i18n/ui.ts';
import type { Component, Heading, PageSource } from './page-source.ts';

/** On a page. Those that are recordings only, for they cannot run in a browser, may come on top. */
const EXAMPLES = { atLeast: 2, atMost: 4 } as const;

/** For each exercise. */
const HINTS = { atLeast: 1, atMost: 3 } as const;

export interface PageCount {
  /** Shown by `<Example>`, recorded ones among them. */
  readonly examples: number;
  /** Cannot run in a browser: recordings from native Python. */
  readonly recorded: number;
  readonly predicts: number;
  readonly exercises: number;
  /** On what older tutorials get wrong. */
  readonly notes: number;
  /** To docs.python.org. */
  readonly links: number;
}

export function countPage(page: PageSource, isLive: (example: string) => boolean): PageCount {
  const examples = named(page, 'Example');
  return {
    examples: examples.length,
    recorded: examples.filter(({ attributes }) => !isLive(attributes['id'] ?? '')).length,
    predicts: named(page, 'Predict').length,
    exercises: named(page, 'Exercise').length,
    notes: named(page, 'YouMayHaveRead').length,
    links: page.links.filter(({ url }) => url.startsWith(PYTHON_DOCS)).length,
  };
}

const PYTHON_DOCS = 'https://docs.python.org/';

/** Where the links of a page lead: Python's documentation in the language of the page, of the version that this site teaches. */
const docsOf: Readonly<Record<Language, string>> = { en: `${PYTHON_DOCS}3.14/`, ko: `${PYTHON_DOCS}ko/3.14/` };

/** What a lesson lacks, as sentences that begin with file and line. An empty list: it is whole. */
export function missingFrom(page: PageSource, count: PageCount, content: URL = contentFolder): readonly string[] {
  return [...missingParts(page, count), ...unwritten(page), ...wrongWords(page), ...wrongLinks(page), ...unknownPrograms(page, content)];
}

/** What differs between a page and its twin: anchors and programs must be the same, in the same order. */
export function differencesBetween(page: PageSource, twin: PageSource): readonly string[] {
  const anchors = first('anchor', page, twin, ({ headings }) => headings.map(({ anchor }) => `#${anchor ?? ''}`));
  const programs = first('program', page, twin, ({ components }) =>
    components.flatMap(({ name, attributes }) => (PROGRAMS.has(name) ? [`<${name} id="${attributes['id'] ?? ''}">`] : [])),
  );
  return [...anchors, ...programs];
}

const PROGRAMS = new Set(['Example', 'Predict', 'Exercise']);

function first(what: string, page: PageSource, twin: PageSource, partsOf: (of: PageSource) => readonly string[]): readonly string[] {
  const [here, there] = [partsOf(page), partsOf(twin)];
  const at = Array.from({ length: Math.max(here.length, there.length) }, (_, index) => index).find((index) => here[index] !== there[index]);
  if (at === undefined) return [];
  return [`${page.file}: ${what} ${at + 1} is ${here[at] ?? 'missing'}, but in ${twin.file} it is ${there[at] ?? 'missing'}.`];
}

function missingParts(page: PageSource, { examples, recorded, predicts, exercises }: PageCount): readonly string[] {
  const problems: string[] = [];
  const wants = (ok: boolean, sentence: string): void => {
    if (!ok) problems.push(`${page.file}: ${sentence}`);
  };
  const live = examples - recorded;
  const [objectives, ...otherObjectives] = named(page, 'Objectives');
  const [remember, ...otherLines] = named(page, 'Remember');
  wants(objectives !== undefined && otherObjectives.length === 0, 'it needs <Objectives>, once.');
  wants((objectives?.line ?? 0) < (page.headings[0]?.line ?? Infinity), '<Objectives> come before the first heading.');
  wants(
    examples >= EXAMPLES.atLeast && live <= EXAMPLES.atMost,
    `it needs ${EXAMPLES.atLeast} to ${EXAMPLES.atMost} examples and has ${live} that run, ${recorded} recorded.`,
  );
  wants(predicts > 0, 'it has nothing to predict: <Predict>.');
  wants(exercises > 0, 'it has no <Exercise>.');
  wants(remember !== undefined && otherLines.length === 0, 'it needs one line to remember: <Remember>, once.');
  wants((remember?.line ?? Infinity) < (heading(page, 'read-on')?.line ?? Infinity), '<Remember> comes before the links at the end.');
  const hints = named(page, 'Hint').filter(({ within }) => within.includes('Exercise')).length;
  wants(
    hints >= HINTS.atLeast * exercises && hints <= HINTS.atMost * exercises,
    `an exercise has ${HINTS.atLeast} to ${HINTS.atMost} hints, and here are ${hints} for ${exercises}.`,
  );
  return problems;
}

/** What `npm run new:page` has left to the author. */
function unwritten({ file, texts }: PageSource): readonly string[] {
  return texts.filter(({ value }) => value.includes(TO_WRITE)).map(({ value, line }) => `${file}:${line}: still to be written: ${value.trim()}`);
}

const TO_WRITE = '✎';

/** Headings that every page has in the same words, by anchor, and the label of changes to try. */
function wrongWords(page: PageSource): readonly string[] {
  const words = siteWords(page.language);
  const recurring = { predict: words.predict, exercise: words.exercise, 'read-on': words.readOn };
  const problems: string[] = [];
  for (const [anchor, text] of Object.entries(recurring)) {
    const there = heading(page, anchor);
    // A prediction may stand under a heading of its own topic.
    if (there === undefined && anchor !== 'predict') problems.push(`${page.file}: it has no heading ## ${text} {/* #${anchor} */}.`);
    if (there !== undefined && there.text !== text) problems.push(`${page.file}:${there.line}: the heading #${anchor} is "${text}" on every page, not "${there.text}".`);
    for (const other of page.headings) {
      if (other.text === text && other.anchor !== anchor) problems.push(`${page.file}:${other.line}: the anchor of "${text}" is #${anchor} on every page.`);
    }
  }
  for (const { value, line, within } of page.texts) {
    const label = words.changeOneThing.replace(/\.$/, '');
    const at = value.indexOf(label);
    if (at === -1) continue;
    const isLabel = within.at(-1) === 'strong' && value === words.changeOneThing;
    if (!isLabel) problems.push(`${page.file}:${line + value.slice(0, at).split('\n').length - 1}: the label is **${words.changeOneThing}** on every page.`);
  }
  if (page.headings.at(-1)?.anchor !== 'read-on') problems.push(`${page.file}: its last heading is ## ${words.readOn}.`);
  return problems;
}

function wrongLinks(page: PageSource): readonly string[] {
  const toDocs = page.links.filter(({ url }) => url.startsWith(PYTHON_DOCS));
  const readOn = heading(page, 'read-on')?.line ?? Infinity;
  const wrong = toDocs.filter(({ url }) => !url.startsWith(docsOf[page.language]));
  return [
    ...(toDocs.some(({ line }) => line > readOn) ? [] : [`${page.file}: it ends with links into ${docsOf[page.language]}.`]),
    ...wrong.map(({ url, line }) => `${page.file}:${line}: ${url} is not below ${docsOf[page.language]}.`),
  ];
}

function unknownPrograms(page: PageSource, content: URL): readonly string[] {
  return page.components.flatMap(({ name, attributes, line }) => {
    const id = attributes['id'] ?? '';
    const path = name === 'Exercise' ? `exercises/${id}/exercise.json` : `examples/${id}.py`;
    return !PROGRAMS.has(name) || existsSync(new URL(path, content)) ? [] : [`${page.file}:${line}: there is no content/${path}.`];
  });
}

/** Programs that no page shows: they would be checked for nobody. `pages` are all pages of the site in one language. */
export function unused(pages: readonly PageSource[], content: URL = contentFolder): readonly string[] {
  const shown = (...names: string[]) => new Set(pages.flatMap((page) => named(page, ...names).map(({ attributes }) => attributes['id'])));
  const [examples, exercises] = [shown('Example', 'Predict'), shown('Exercise')];
  return [
    ...listExamples(content).filter((id) => !examples.has(id)).map((id) => `content/examples/${id}.py: no page shows it.`),
    ...listExercises(content).filter((id) => !exercises.has(id)).map((id) => `content/exercises/${id}/: no page shows it.`),
  ];
}

function named(page: PageSource, ...names: string[]): readonly Component[] {
  return page.components.filter(({ name }) => names.includes(name));
}

function heading(page: PageSource, anchor: string): Heading | undefined {
  return page.headings.find((other) => other.anchor === anchor);
}
