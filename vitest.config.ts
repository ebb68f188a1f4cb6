import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import type { BrowserName } from './tests/browser/browsers.ts';
import { hasWebKit, whyNoFirefox } from './tests/browser/installed.ts';
import { FIREFOX_SAMPLE } from './tests/browser/only-in-chromium.ts';

/** Every project is a folder of tests/, and those of one group run at the same time. */
const project = (name: string, group: number, options: object = {}) => ({
  extends: true as const,
  test: { name, include: [`tests/${name}/**/*.test.ts`], sequence: { groupOrder: group }, ...options },
});

/** Some tests look at every element of the whole site. */
const READING_ALL_PAGES_MS = 60_000;

/** An interpreter's start takes a second on a busy machine, a page with six of them several. */
const WITH_PYTHON_MS = 60_000;

const WEBKIT = 'tests/browser/webkit.test.ts';

const ALL = ['tests/browser/**/*.test.ts'];

/**
 * Each file has a browser of its own. These have two pages at work themselves, or run programs whose work takes real time, which
 * is longer where others work beside them: they run alone. Of the others two at a time, for what one waits for the other can use.
 */
const ALONE = ['every-page', 'recordings', 'offline', 'required', 'hard/*'].map((file) => `tests/browser/${file}.test.ts`);
const PAIR = 2;

/** What a page comes to, it comes to within this, also on a machine that is busy. */
const PATIENCE_MS = 30_000;

/** What passes only then is named at the end of the run, and may not be more than a few: tests/report/count.ts. */
const SECOND_TRY = 1;

/** Of the same files for each browser. */
const browserProject = (name: string, group: number, browser: BrowserName, maxWorkers: number, include: readonly string[], exclude: readonly string[]) =>
  project(name, group, { include, exclude, provide: { browser }, maxWorkers, retry: SECOND_TRY, expect: { poll: { timeout: PATIENCE_MS } }, testTimeout: WITH_PYTHON_MS, hookTimeout: WITH_PYTHON_MS });

const inFirefox = process.env['FIREFOX_ALL'] === '1' ? ALL : FIREFOX_SAMPLE.map((file) => `tests/browser/${file}.test.ts`);

export default defineConfig({
  resolve: { alias: { '~': fileURLToPath(new URL('./src', import.meta.url)) } },
  test: {
    // A forgotten `.only` would make the rest pass unseen.
    allowOnly: false,
    reporters: ['default', './tests/report/count.ts'],
    maxConcurrency: availableParallelism(),
    // `npm test` and `npm run test:coverage`: of the unit tests, in the folders whose branches they are to reach.
    coverage: {
      provider: 'v8',
      include: ['src/{log,runtime,examples}/**/*.ts'],
      // What begins in a worker of its own is out of the counter's sight; the projects `browser` and `python` run it.
      exclude: ['src/runtime/worker.ts', 'src/runtime/node-worker.ts'],
      reporter: ['text', 'text-summary'],
      reportsDirectory: '.cache/coverage',
      thresholds: {
        'src/log/**': { branches: 90 },
        'src/runtime/**': { branches: 90 },
        'src/examples/**': { branches: 90 },
      },
    },
    projects: [
      project('unit', 0),
      project('site', 0, { testTimeout: READING_ALL_PAGES_MS }),
      project('python', 1, { testTimeout: WITH_PYTHON_MS, hookTimeout: WITH_PYTHON_MS }),
      project('examples', 2, { testTimeout: WITH_PYTHON_MS }),
      browserProject('browser', 3, 'chromium', 1, ALONE, []),
      browserProject('browser-paired', 4, 'chromium', PAIR, ALL, [...ALONE, ...(hasWebKit() ? [] : [WEBKIT])]),
      // What cannot be tested here is left out; tests/run.ts says so.
      ...(whyNoFirefox() === null ? [browserProject('firefox', 5, 'firefox', 1, inFirefox, [WEBKIT])] : []),
    ],
  },
});
