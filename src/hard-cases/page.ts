/** The page that says what was tried to break the site, made from data: content/hard-cases.json and what the tests saw. Pure. */
import { z } from 'astro/zod';
import type { Language } from '../i18n/ui.ts';
import { type Words, words } from '../i18n/words.ts';
import { filled, generatedPage, heading, table } from '../site/generated-page.ts';

/** A case whose test has passed; `said` is the status line at its end, in English. */
export interface HeldCase {
  readonly id: string;
  readonly said: string;
}

/** tests/browser/hard/results.json */
export const resultsSchema = z.strictObject({
  browser: z.string(),
  cases: z.array(z.strictObject({ id: z.string(), said: z.string() })),
});

/** content/hard-cases.json */
export const casesSchema = z.strictObject({
  title: words,
  description: words,
  /** `{count}` and `{browser}` are filled in. */
  intro: words,
  programs: words,
  columns: z.strictObject({ case: words, outcome: words, held: words }),
  yes: words,
  no: words,
  cases: z.record(z.string(), z.strictObject({ case: words, outcome: words })),
  isolation: z.strictObject({ title: words, text: words }),
});

export interface HardCases {
  readonly words: z.infer<typeof casesSchema>;
  readonly results: z.infer<typeof resultsSchema>;
}

/** The whole page as MDX. A case that no test has seen to hold is shown as one that does not. */
export function hardCasesPage({ words, results }: HardCases, language: Language): string {
  const held = new Set(results.cases.map(({ id }) => id));
  const say = (text: Words): string => text[language];
  const rows = Object.entries(words.cases).map(([id, { case: name, outcome }]) => [say(name), say(outcome), say(held.has(id) ? words.yes : words.no)]);
  const { columns } = words;
  return generatedPage({ ...words, command: 'docs:cases', from: 'content/hard-cases.json and tests/browser/hard/results.json' }, language, [
    filled(say(words.intro), { count: rows.length, browser: results.browser }),
    heading(say(words.programs), 'programs'),
    table([say(columns.case), say(columns.outcome), say(columns.held)], rows, 'words'),
    heading(say(words.isolation.title), 'isolation'),
    say(words.isolation.text),
  ]);
}
