/** tests/cpython/known-failures.json: which of CPython's tests cannot pass in this runtime, and why. Node. */
import { readFileSync } from 'node:fs';
import { z } from 'astro/zod';

const FILE = new URL('../../tests/cpython/known-failures.json', import.meta.url);

const entrySchema = z.strictObject({
  /** The test's id, e.g. `test.test_thread.LockTests.test_uncond_acquire`. */
  test: z.string(),
  /**
   * `platform`: it needs what a page in a browser does not have: subprocesses, fork, signals of the system, C threads,
   * a network. `later-fix`: it tests a fix made after the CPython that Pyodide contains. `runtime`: this runtime differs.
   */
  kind: z.enum(['platform', 'later-fix', 'runtime']),
  reason: z.string().min(10),
  /** False where it must not even be tried: it would damage the interpreter for the tests after it, or never end. */
  run: z.literal(false).optional(),
});

export type KnownFailure = z.infer<typeof entrySchema>;
export type FailureKind = KnownFailure['kind'];

/** @throws Error that names the file and what is wrong with it. */
export function readKnownFailures(): readonly KnownFailure[] {
  const parsed = z.array(entrySchema).safeParse(JSON.parse(readFileSync(FILE, 'utf8')));
  if (!parsed.success) throw new Error(`tests/cpython/known-failures.json is malformed:\n${z.prettifyError(parsed.error)}`);
  const tests = parsed.data.map(({ test }) => test);
  const twice = tests.find((test, index) => tests.indexOf(test) !== index);
  if (twice !== undefined) throw new Error(`tests/cpython/known-failures.json has two entries for ${twice}.`);
  return parsed.data;
}

/** The entries for tests of one module. */
export function knownIn(module: string, known: readonly KnownFailure[]): readonly KnownFailure[] {
  return known.filter(({ test }) => test.startsWith(`${module}.`) || test.includes(`(${module}.`));
}
