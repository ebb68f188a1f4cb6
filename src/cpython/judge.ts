/** Holds the results of a module against the list of known failures. Pure. */
import type { FailureKind, KnownFailure } from './known-failures.ts';
import type { Result } from './results.ts';

/** A row of the table. `run` is the sum of the others. */
export interface Counts {
  readonly run: number;
  readonly passed: number;
  /** By kind, where known; `unexpected` where not. */
  readonly failed: Readonly<Record<FailureKind | 'unexpected', number>>;
  /** The suite itself expects them to fail. */
  readonly expected: number;
  readonly skipped: number;
}

export interface Verdict {
  readonly counts: Counts;
  /** Failures that no entry explains. */
  readonly unexpected: readonly Result[];
  /** Entries that explain nothing: what is wrong with each, in a sentence. */
  readonly stale: readonly string[];
}

/** @param known the entries for this module only. */
export function judge(results: readonly Result[], known: readonly KnownFailure[]): Verdict {
  const entries = new Map(known.map((entry) => [entry.test, entry]));
  const outcomes = new Map(results.map((result) => [result.test, result.outcome]));
  const unexpected = results.filter(({ test, outcome }) => outcome === 'failed' && !entries.has(test));
  const stale = known.flatMap(({ test, run }) => {
    const outcome = outcomes.get(test);
    if (run === false || outcome === 'failed') return [];
    return `${test} ${outcome === undefined ? 'does not exist' : outcome === 'skipped' ? 'is skipped' : 'passes'}, but stands among the known failures.`;
  });
  const failed = { platform: 0, 'later-fix': 0, runtime: 0, unexpected: unexpected.length };
  for (const { test, kind, run } of known) if (run === false || outcomes.get(test) === 'failed') failed[kind] += 1;
  const count = (wanted: Result['outcome']) => results.filter(({ outcome }) => outcome === wanted).length;
  const parts = { passed: count('passed'), failed, expected: count('expected'), skipped: count('skipped') };
  return { counts: { run: parts.passed + allFailed(failed) + parts.expected + parts.skipped, ...parts }, unexpected, stale };
}

export function sum(all: readonly Counts[]): Counts {
  const total = (value: (counts: Counts) => number) => all.reduce((sofar, counts) => sofar + value(counts), 0);
  return {
    run: total(({ run }) => run),
    passed: total(({ passed }) => passed),
    failed: {
      platform: total(({ failed }) => failed.platform),
      'later-fix': total(({ failed }) => failed['later-fix']),
      runtime: total(({ failed }) => failed.runtime),
      unexpected: total(({ failed }) => failed.unexpected),
    },
    expected: total(({ expected }) => expected),
    skipped: total(({ skipped }) => skipped),
  };
}

export function allFailed(failed: Counts['failed']): number {
  return failed.platform + failed['later-fix'] + failed.runtime + failed.unexpected;
}

/**
 * How many of a hundred pass, of those that this platform can run at all: without the skipped ones, and without those
 * that need a subprocess, fork, a signal of the system or a network beyond this machine.
 */
export function passRate({ run, passed, failed, expected, skipped }: Counts): number {
  const possible = run - skipped - failed.platform;
  return possible === 0 ? 100 : (100 * (passed + expected)) / possible;
}
