/** Counts what a run of vitest came to and leaves it in a file for tests/run.ts, which has the last word. */
import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

/** Name of the variable that says where to leave the count. Without it nothing is left. */
export const COUNT_FILE_VARIABLE = 'TEST_COUNT_FILE';

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
    for (const module of modules) {
      const states = [...module.children.allTests()].map((test) => test.result().state);
      passed += states.filter((state) => state === 'passed').length;
      const own = states.filter((state) => state === 'failed').length;
      failed += module.state() === 'failed' ? Math.max(1, own) : own;
    }
    writeFileSync(file, JSON.stringify({ passed, failed } satisfies Count));
  }
}
