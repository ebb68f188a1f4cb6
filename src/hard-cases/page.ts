/** The page that says what was tried to break the site, made from data: content/hard-cases.json and what the tests saw. Pure. */
import { z } from 'astro/zod';
import type { Language } from '../i18n/ui.ts';
import { type Words, words } from '../i18n/words.ts';
import { filled, generatedPage, heading, table } from '../site/generated-page.ts';

/** A file of tests/browser/hard/results/: by id, what the page said of each case that has held, in the languages that were tried. */
export const resultsSchema = z.strictObject({
  browser: z.string(),
  cases: z.record(z.string(), words.partial()),
});

export type CaseResults = z.infer<typeof resultsSchema>;

/** A table of cases. */
const partSchema = z.strictObject({
  title: words,
  intro: words,
  /** Whether the table quotes what the page said. */
  quotes: z.boolean(),
  cases: z.record(z.string(), z.strictObject({ case: words, outcome: words })),
});

/** content/hard-cases.json */
export const casesSchema = z.strictObject({
  title: words,
  description: words,
  /** `{held}`, `{count}` and `{browser}` are filled in. */
  intro: words,
  columns: z.strictObject({ case: words, outcome: words, said: words, held: words }),
  yes: words,
  no: words,
  parts: z.record(z.string(), partSchema),
  isolation: z.strictObject({ title: words, text: words }),
});

export interface HardCases {
  readonly words: z.infer<typeof casesSchema>;
  /** One for each file of tests. */
  readonly results: readonly CaseResults[];
}

/** The whole page as MDX. A case that no test has seen to hold is shown as one that does not. */
export function hardCasesPage({ words, results }: HardCases, language: Language): string {
  const say = (text: Words): string => text[language];
  const held = Object.assign({}, ...results.map(({ cases }) => cases)) as CaseResults['cases'];
  const ids = Object.values(words.parts).flatMap(({ cases }) => Object.keys(cases));
  const counts = { held: ids.filter((id) => held[id] !== undefined).length, count: ids.length };
  const browser = [...new Set(results.map((result) => result.browser))].join(', ');
  return generatedPage({ ...words, command: 'docs:cases', from: 'content/hard-cases.json and tests/browser/hard/results/' }, language, [
    filled(say(words.intro), { ...counts, browser }),
    ...Object.entries(words.parts).flatMap(([id, part]) => [
      heading(say(part.title), id),
      filled(say(part.intro), { count: Object.keys(part.cases).length }),
      partTable(words, part, held, language),
    ]),
    heading(say(words.isolation.title), 'isolation'),
    say(words.isolation.text),
  ]);
}

function partTable(all: HardCases['words'], part: z.infer<typeof partSchema>, held: CaseResults['cases'], language: Language): string {
  const { columns, yes, no } = all;
  const shown = [columns.case, columns.outcome, ...(part.quotes ? [columns.said] : []), columns.held];
  const rows = Object.entries(part.cases).map(([id, { case: name, outcome }]) => {
    const said = held[id]?.[language] ?? '';
    const words = [name[language], outcome[language], ...(part.quotes ? [said] : [])];
    return [...words, (held[id] === undefined ? no : yes)[language]];
  });
  return table(
    shown.map((column) => column[language]),
    rows,
    'words',
  );
}
