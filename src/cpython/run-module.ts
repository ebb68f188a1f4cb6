/** Runs one module of CPython's tests in this runtime, in as many interpreters as it takes. Node. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RunEvent } from '../log/events.ts';
import { NodeRun } from '../runtime/node.ts';
import { type Progress, type Result, parseProgress } from './results.ts';

const RUNNER = fileURLToPath(new URL('../../tests/cpython/run_module.py', import.meta.url));
/** How often the file of results is looked at. */
const LOOK_MS = 250;
/** Of what the tests themselves print only the end is kept, to explain a crash. */
const OUTPUT_KEPT = 4000;

export interface ModuleJob {
  readonly module: string;
  /** The folder with the package `test`. */
  readonly suite: string;
  /** Ids of tests that are not run. */
  readonly leaveOut: readonly string[];
  /** A test that takes longer (real time) hangs. */
  readonly hungAfterSeconds: number;
  /** Told of all results so far. */
  readonly onProgress: (results: readonly Result[]) => void;
}

/**
 * Runs all tests of a module. A test that takes the interpreter with it, or hangs, is one failed result, and a fresh
 * interpreter goes on with those after it.
 */
export async function runModule(job: ModuleJob): Promise<readonly Result[]> {
  const done: Result[] = [];
  const scratch = mkdtempSync(join(tmpdir(), 'cpython-tests-'));
  try {
    for (;;) {
      const leaveOut = [...job.leaveOut, ...done.map(({ test }) => test)];
      const { progress, failure } = await runOnce(job, leaveOut, scratch, (results) => job.onProgress([...done, ...results]));
      done.push(...progress.results);
      if (progress.finished) return done;
      // Where it ended between two tests there is none to blame and none to leave out: it would end there again.
      done.push({ test: progress.current ?? job.module, outcome: 'failed', detail: failure });
      if (progress.current === null) return done;
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

interface Attempt {
  readonly progress: Progress;
  /** Why it ended, where it did not finish. */
  readonly failure: string;
}

async function runOnce(
  { module, suite, hungAfterSeconds }: ModuleJob,
  leaveOut: readonly string[],
  scratch: string,
  onResults: (results: readonly Result[]) => void,
): Promise<Attempt> {
  const jobFile = join(scratch, 'job.json');
  const resultsFile = join(scratch, 'results');
  writeFileSync(jobFile, JSON.stringify({ module, leaveOut }));
  writeFileSync(resultsFile, '');
  let output = '';
  const interpreter = await NodeRun.start();
  const watch = watchResults(resultsFile, hungAfterSeconds, onResults);
  const ended = interpreter
    .run(
      {
        source: null,
        filename: RUNNER,
        argv: [RUNNER, jobFile, resultsFile],
        folder: suite,
        cwd: scratch,
        mounts: [suite, scratch, dirname(RUNNER)],
        work: 'real',
        epochMs: Date.now(),
        limits: null,
      },
      (event: RunEvent) => {
        if (event.kind === 'write') output = (output + event.text).slice(-OUTPUT_KEPT);
      },
    )
    .then(
      (log) => {
        const end = log.at(-1);
        return end?.kind === 'end' && end.reason !== 'finished' ? end.reason : 'ended before its tests';
      },
      (error: unknown) => `crashed: ${String(error)}`,
    );
  const failure = await Promise.race([ended, watch.hungOrFinished]);
  watch.stop();
  await interpreter.stop();
  return { progress: parseProgress(readFileSync(resultsFile, 'utf8')), failure: `${failure}\n${output.trim()}` };
}

interface Watch {
  /** Resolves when nothing has come for too long, or nothing more will. */
  readonly hungOrFinished: Promise<string>;
  stop(): void;
}

function watchResults(file: string, hungAfterSeconds: number, onResults: (results: readonly Result[]) => void): Watch {
  let timer: NodeJS.Timeout | undefined;
  const hungOrFinished = new Promise<string>((resolve) => {
    let seenLength = -1;
    let seenAtMs = performance.now();
    timer = setInterval(() => {
      const text = readFileSync(file, 'utf8');
      if (text.length !== seenLength) {
        seenLength = text.length;
        seenAtMs = performance.now();
        const progress = parseProgress(text);
        onResults(progress.results);
        if (progress.finished) resolve('finished');
      } else if (performance.now() - seenAtMs > hungAfterSeconds * 1000) {
        resolve(`hung: no result for ${hungAfterSeconds} s`);
      }
    }, LOOK_MS);
  });
  return { hungOrFinished, stop: () => clearInterval(timer) };
}
