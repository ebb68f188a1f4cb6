/** Counts what a run of vitest came to and leaves it in a file for tests/run.ts, which has the last word. */
import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

/** Name of the variable that says where to leave the count. Without it nothing is left. */
export const COUNT_FILE_VARIABLE = 'TEST_COUNT_FILE';

/**
 * So many tests of a run may pass at a second try only. In a browser a test meets the time of a machine that others use, too: once
 * in thousands of tests something comes too late there. What comes too late more often than that is a fault.
 */
const SECOND_TRIES = 3;

export interface Count {
  readonly passed: number;
  readonly failed: number;
}

export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const file = process.env[COUNT_FILE_VARIABLE];
    if (file === undefined) return;
    let passed = 0;
    // An error outside of all tests, and a file or a hook that broke, are failures although no test is.
    let failed = unhandledErrors.length;
    // Who names tests means the others to be left out; otherwise a test that is skipped is one that nobody will miss.
    const chosen = process.argv.some((word) => word === '-t' || word.startsWith('--testNamePattern'));
    let secondTries = 0;
    for (const module of modules) {
      for (const test of module.children.allTests('passed')) {
        if (test.diagnostic()?.flaky !== true) continue;
        secondTries += 1;
        console.log(` ! passed at a second try: ${module.relativeModuleId} > ${test.fullName}`);
        for (const { message, diff = '' } of test.result().errors ?? []) console.log(`${message}\n${diff}`.trimEnd().replace(/^/gm, '     '));
      }
      const states = [...module.children.allTests()].map((test) => test.result().state);
      passed += states.filter((state) => state === 'passed').length;
      const skipped = chosen ? [] : [...module.children.allTests('skipped')];
      for (const test of skipped) console.log(` × skipped, which counts as failed: ${module.relativeModuleId} > ${test.fullName}`);
      const own = states.filter((state) => state === 'failed').length + skipped.length;
      failed += module.ok() ? own : Math.max(1, own);
    }
    if (secondTries > SECOND_TRIES) {
      console.log(` × ${secondTries} tests needed a second try: each that is more than ${SECOND_TRIES} counts as failed`);
      failed += secondTries - SECOND_TRIES;
    }
    writeFileSync(file, JSON.stringify({ passed, failed } satisfies Count));
  }
}
