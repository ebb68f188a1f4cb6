/** The page of all known differences from native CPython, made from data: content/differences.json and what the tests said. Pure. */
import { z } from 'astro/zod';
import type { Language } from '../i18n/ui.ts';
import { type Words, words } from '../i18n/words.ts';
import { filled, generatedPage, heading, list, table } from '../site/generated-page.ts';
import { allFailed, passRate, sum } from './judge.ts';
import type { FailureKind, KnownFailure } from './known-failures.ts';
import { type ModuleCounts, cells } from './table.ts';

export const differencesSchema = z.strictObject({
  title: words,
  description: words,
  intro: words,
  sections: z.array(z.strictObject({ id: z.string(), title: words, items: z.array(words) })),
  laterFixes: z.strictObject({ title: words, text: words }),
  tests: z.strictObject({ title: words, text: words, columns: z.array(words), total: words }),
  failing: z.strictObject({ title: words, text: words, kinds: z.strictObject({ platform: words, runtime: words, 'later-fix': words }) }),
  /** Korean for each reason in tests/cpython/known-failures.json. */
  reasons: z.record(z.string(), z.string()),
});

export interface DifferencesData {
  readonly words: z.infer<typeof differencesSchema>;
  readonly known: readonly KnownFailure[];
  readonly measured: readonly ModuleCounts[];
}

const KINDS: readonly FailureKind[] = ['platform', 'runtime', 'later-fix'];

/** The whole page as MDX. @throws Error if a reason has no Korean. */
export function differencesPage(data: DifferencesData, language: Language): string {
  const { words, known } = data;
  const say = (text: Words): string => text[language];
  const reason = (english: string): string => (language === 'en' ? english : korean(english, words.reasons));
  return generatedPage({ ...words, command: 'docs:differences', from: 'content/differences.json and tests/cpython' }, language, [
    say(words.intro),
    ...words.sections.flatMap(({ id, title, items }) => [heading(say(title), id), list(items.map(say))]),
    heading(say(words.laterFixes.title), 'later-fixes'),
    say(words.laterFixes.text),
    list(reasonsOf('later-fix', known).map((english) => linked(reason(english)))),
    heading(say(words.tests.title), 'tests'),
    filled(say(words.tests.text), totals(data.measured)),
    resultsTable(data, language),
    heading(say(words.failing.title), 'failing'),
    say(words.failing.text),
    ...KINDS.flatMap((kind) => {
      const reasons = reasonsOf(kind, known);
      if (reasons.length === 0) return [];
      const entries = reasons.map((english) => {
        const tests = known.filter((entry) => entry.kind === kind && entry.reason === english);
        return `${linked(reason(english))}\n${tests.map(({ test }) => `  - \`${test.replace(/^test\./, '')}\``).join('\n')}`;
      });
      return [heading(say(words.failing.kinds[kind]), `failing-${kind}`, 3), list(entries)];
    }),
  ]);
}

function reasonsOf(kind: FailureKind, known: readonly KnownFailure[]): readonly string[] {
  return [...new Set(known.filter((entry) => entry.kind === kind).map(({ reason }) => reason))];
}

function korean(english: string, reasons: Readonly<Record<string, string>>): string {
  const found = reasons[english];
  if (found === undefined) throw new Error(`content/differences.json has no Korean for the reason "${english}". Add it to "reasons".`);
  return found;
}

/** `gh-154695` becomes a link to CPython's issue. */
function linked(text: string): string {
  return text.replace(/gh-(\d+)/g, '[gh-$1](https://github.com/python/cpython/issues/$1)');
}

function totals(measured: readonly ModuleCounts[]): Readonly<Record<string, string | number>> {
  const total = sum(measured.map(({ counts }) => counts));
  const passed = total.passed + total.expected;
  const possible = passed + allFailed(total.failed) - total.failed.platform;
  // Rounded down: it must not look better than it is.
  const rate = (Math.floor(passRate(total) * 10) / 10).toFixed(1);
  return { passed, possible, rate };
}

function resultsTable({ words, measured }: DifferencesData, language: Language): string {
  const { columns, total } = words.tests;
  const rows = [
    ...measured.map(({ module, counts }) => [`\`${module.replace(/^test\./, '')}\``, ...cells(counts).map(String)]),
    [`**${total[language]}**`, ...cells(sum(measured.map(({ counts }) => counts))).map((count) => `**${count}**`)],
  ];
  return table(columns.map((column) => column[language]), rows);
}
