/**
 * Judges a run of an exercise, in sentences that say what was expected and what happened. Pure: the page, the tests and
 * `npm run exercises:check` judge alike.
 *
 * The run is one with work `free`, so that the same program gets the same verdict on every machine.
 */
import { type ExerciseWords, exerciseWords } from '../i18n/exercise.ts';
import type { Language } from '../i18n/ui.ts';
import type { Ended, EventLog } from '../log/events.ts';
import type { Stream } from '../log/transcript.ts';
import type { ExerciseCheck } from './exercise.ts';
import { nearest } from './nearest.ts';
import { withoutComments } from './python-comments.ts';

/** What there is to judge: a program and the whole log of its run. */
export interface JudgedRun {
  readonly source: string;
  readonly log: EventLog;
}

export interface Finding {
  readonly ok: boolean;
  /** In the reader's language, complete. */
  readonly sentence: string;
}

export interface Verdict {
  readonly passed: boolean;
  /** One for each check, in their order; before them how the run ended, if it did not end well. */
  readonly findings: readonly Finding[];
}

export function judge(checks: readonly ExerciseCheck[], run: JudgedRun, language: Language): Verdict {
  const words = exerciseWords(language);
  const badEnd = endingOf(run.log, words);
  const findings = checks.map((check) => find(check, run, words));
  if (badEnd !== null) findings.unshift({ ok: false, sentence: badEnd });
  return { passed: findings.every(({ ok }) => ok), findings };
}

/**
 * One check.
 * - `output` with `equals` compares what was written to stdout, line by line; with `includes` and `excludes` it looks at
 *   both streams, each by itself.
 * - `duration` is the simulated time of the run's end.
 * - `source` looks at the program's text, strings included, comments not: code that is commented out is not there.
 */
function find(check: ExerciseCheck, { source, log }: JudgedRun, words: ExerciseWords): Finding {
  switch (check.kind) {
    case 'output':
      if ('equals' in check) return compareLines(check.equals, linesOf(textOf(log, 'stdout')), words);
      if ('includes' in check) return findPrinted(check.includes, log, words);
      return findText(check.excludes, writes(log, check.excludes), false, words.outputText);
    case 'duration': {
      const seconds = milliseconds(endOf(log).at);
      const ok = seconds >= check.atLeast && seconds <= check.atMost;
      return { ok, sentence: words.duration(ok, check.atLeast, check.atMost, seconds) };
    }
    case 'source': {
      const code = withoutComments(source);
      if ('includes' in check) return findText(check.includes, code.includes(check.includes), true, words.sourceText);
      return findText(check.excludes, code.includes(check.excludes), false, words.sourceText);
    }
  }
}

function findText(text: string, found: boolean, wanted: boolean, sentence: ExerciseWords['outputText']): Finding {
  return { ok: found === wanted, sentence: sentence(text, wanted, found) };
}

/** Where the text was not printed, the line most like it says what was. */
function findPrinted(text: string, log: EventLog, words: ExerciseWords): Finding {
  const finding = findText(text, writes(log, text), true, words.outputText);
  const [printed] = nearest(text, [...linesOf(textOf(log, 'stdout')), ...linesOf(textOf(log, 'stderr'))], 1);
  return finding.ok || printed === undefined ? finding : { ok: false, sentence: `${finding.sentence} ${words.nearestLine(printed)}` };
}

/** The first difference is told; whoever mends it sees the next. */
function compareLines(expected: readonly string[], printed: readonly string[], words: ExerciseWords): Finding {
  const different = expected.findIndex((line, index) => line !== printed[index]);
  if (different === -1 && printed.length === expected.length) return { ok: true, sentence: words.outputRight(expected.length) };
  return { ok: false, sentence: difference(expected, printed, different, words) };
}

function difference(expected: readonly string[], printed: readonly string[], at: number, words: ExerciseWords): string {
  if (printed.length === 0) return words.nothingPrinted(expected.length);
  if (at === -1) return words.lineTooMany(expected.length, printed[expected.length] ?? '');
  const line = printed[at];
  return line === undefined ? words.lineMissing(at + 1, expected[at] ?? '', printed.length) : words.lineDiffers(at + 1, expected[at] ?? '', line);
}

/** How the run ended, where that alone makes it fail. */
function endingOf(log: EventLog, words: ExerciseWords): string | null {
  const end = endOf(log);
  if (end.reason !== 'finished') return words.endedBadly[end.reason](milliseconds(end.at));
  if (end.status === 0) return null;
  // What a traceback ends with, e.g. `ValueError: too short`.
  const error = linesOf(textOf(log, 'stderr')).findLast((line) => /^[\w.]+(?:Error|Exception|Interrupt|Warning|Group|Iteration|Exit)\b/.test(line));
  return error === undefined ? words.endedWithStatus(end.status) : words.endedWithError(error);
}

function endOf(log: EventLog): Ended {
  const end = log.at(-1);
  if (end?.kind !== 'end') throw new Error('Only a run that has ended can be judged; the last event of this log is no `end`.');
  return end;
}

function writes(log: EventLog, text: string): boolean {
  return textOf(log, 'stdout').includes(text) || textOf(log, 'stderr').includes(text);
}

function textOf(log: EventLog, stream: Stream): string {
  return log.map((event) => (event.kind === 'write' && event.stream === stream ? event.text : '')).join('');
}

function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}

/** To the millisecond, as times are shown: a sleep of 0.1 s wakes a few nanoseconds late. */
function milliseconds(seconds: number): number {
  return Number(seconds.toFixed(3));
}
