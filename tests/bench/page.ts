/** The page about speed, made from content/speed.json and what was measured. Pure. */
import { z } from 'astro/zod';
import type { Language } from '../../src/i18n/ui.ts';
import { type Words, words } from '../../src/i18n/words.ts';
import { filled, generatedPage, heading, list, table } from '../../src/site/generated-page.ts';
import { formatValue } from './report.ts';
import type { Results } from './results.ts';
import { type JudgedLimit, type JudgedRow, type Unit, judge, rowIds } from './rows.ts';

/** What rows are compared with. */
const names = z.strictObject({ pyscript: words, stock: words, 'build-40': words });

export const speedSchema = z.strictObject({
  title: words,
  description: words,
  intro: words,
  table: z.strictObject({
    title: words,
    columns: z.array(words).length(7),
    holds: words,
    fails: words,
    /** With `{value}`. */
    atLeast: words,
    /** With `{times}` and `{name}`: another's time. */
    timesOf: words,
    and: words,
    names,
  }),
  rows: z.record(z.enum(rowIds), words),
  how: z.strictObject({ title: words, text: words, items: z.array(words) }),
  lighthouse: z.strictObject({ title: words, text: words, columns: z.array(words).length(8) }),
  again: z.strictObject({ title: words, text: words }),
});

export type SpeedWords = z.infer<typeof speedSchema>;

/** The whole page as MDX. */
export function speedPage(said: SpeedWords, results: Results, language: Language): string {
  const say = (text: Words): string => text[language];
  const { machine } = results;
  return generatedPage({ ...said, command: 'docs:speed', from: 'content/speed.json and tests/bench/results.json' }, language, [
    filled(say(said.intro), machine),
    heading(say(said.table.title), 'table'),
    comparison(said, judge(results.rows), language),
    heading(say(said.how.title), 'how'),
    say(said.how.text),
    list(said.how.items.map(say)),
    ...lighthouse(said, results, language),
    heading(say(said.again.title), 'again'),
    say(said.again.text),
  ]);
}

function comparison(said: SpeedWords, rows: readonly JudgedRow[], language: Language): string {
  const { columns, holds, fails, and } = said.table;
  const lines = rows.map(({ id, rule, values, limits }) => {
    const own = [values.site, values.pyscript, values.stock].map((value) => (value === undefined ? '' : onOneLine(formatValue(value, rule.unit))));
    const joined = (each: (judged: JudgedLimit) => string): string => limits.map(each).join(and[language]);
    const all = limits.every((limit) => limit.holds) ? holds : fails;
    return [
      said.rows[id][language],
      joined((judged) => target(said, judged, rule.unit, language)),
      ...own,
      limits.flatMap(({ limit, value }) => (limit.kind === 'of' || limit.kind === 'of-row' ? onOneLine(`${value.toFixed(2)} ×`) : [])).join(and[language]),
      limits.length === 0 ? '' : all === fails ? `**${all[language]}**` : all[language],
    ];
  });
  return table(columns.map((column) => column[language]), lines);
}

/** In a narrow column a number keeps its unit. */
function onOneLine(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}

function target(said: SpeedWords, { limit }: JudgedLimit, unit: Unit, language: Language): string {
  const { atLeast, timesOf, names: others } = said.table;
  switch (limit.kind) {
    case 'at-most':
      return formatValue(limit.value, unit);
    case 'at-least':
      return filled(atLeast[language], { value: formatValue(limit.value, unit) });
    case 'of':
    case 'of-row':
      return filled(timesOf[language], { times: String(limit.times), name: others[limit.other][language] });
  }
}

/** Nothing where Lighthouse has not been run yet. */
function lighthouse(said: SpeedWords, { lighthouse: judged }: Results, language: Language): readonly string[] {
  if (judged.length === 0) return [];
  const { title, text, columns } = said.lighthouse;
  const lines = judged.map(({ path, performance, accessibility, bestPractices, seo, largestPaintMs, shift, blockedMs }) => [
    `[${path}](${path})`,
    ...[performance, accessibility, bestPractices, seo].map(String),
    formatValue(largestPaintMs / 1000, 's'),
    shift.toFixed(3),
    formatValue(blockedMs, 'ms'),
  ]);
  return [heading(title[language], 'lighthouse'), text[language], table(columns.map((column) => column[language]), lines)];
}
