/** What became of the tests of a module, as tests/cpython/run_module.py writes it down. */
import { z } from 'astro/zod';

const lineSchema = z.strictObject({
  test: z.string(),
  outcome: z.enum(['started', 'passed', 'failed', 'skipped', 'expected', 'finished']),
  detail: z.string(),
});

/** `expected`: the suite itself expects it to fail, and it did. */
export type Outcome = 'passed' | 'failed' | 'skipped' | 'expected';

export interface Result {
  readonly test: string;
  readonly outcome: Outcome;
  /** The traceback of a failure, or why it was skipped. */
  readonly detail: string;
}

export interface Progress {
  readonly results: readonly Result[];
  /** The test that has been started and has no result yet. */
  readonly current: string | null;
  /** Whether all tests are done. */
  readonly finished: boolean;
}

/** Reads what has been written so far; the last line may still be unfinished. */
export function parseProgress(text: string): Progress {
  const results: Result[] = [];
  let current: string | null = null;
  let finished = false;
  for (const line of text.split('\n').slice(0, -1)) {
    const { test, outcome, detail } = lineSchema.parse(JSON.parse(line));
    if (outcome === 'started') current = test;
    else if (outcome === 'finished') finished = true;
    else {
      results.push({ test, outcome, detail });
      if (test === current) current = null;
    }
  }
  return { results, current, finished };
}
