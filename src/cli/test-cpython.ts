/**
 * `npm run test:cpython [-- options] [-- module …]`: runs CPython's own tests of asyncio and threading in this runtime, and
 * holds them against tests/cpython/known-failures.json. Modules are named whole or by their ends (`tasks`). Options:
 *
 *   --tests DIR       the folder that holds CPython's package `test` (or CPYTHON_TESTS=DIR)
 *   --hung SECONDS    a test without a result for so long (real time) hangs; 60
 *   --parallel N      so many modules at a time; 2
 *   --list-failures   print an entry for each unexpected failure, to be completed and put into the file
 *   --list-skipped    print what is skipped, and why
 *   --write           keep the table for the documentation (of a full run without unexpected failures); then `npm run docs:differences`
 */
import { parseArgs } from 'node:util';
import { type Verdict, judge, sum } from '../cpython/judge.ts';
import { knownIn, readKnownFailures } from '../cpython/known-failures.ts';
import { writeMeasured } from '../cpython/measured.ts';
import type { Result } from '../cpython/results.ts';
import { runModule } from '../cpython/run-module.ts';
import { chosenModules, findSuite, modules } from '../cpython/suite.ts';
import { formatTable } from '../cpython/table.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    tests: { type: 'string' },
    hung: { type: 'string', default: '60' },
    parallel: { type: 'string', default: '2' },
    'list-failures': { type: 'boolean', default: false },
    'list-skipped': { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});

const SECOND_MS = 1000;
/** In a terminal the line of progress is rewritten; elsewhere only the modules that are done are printed. */
const terminal = process.stdout.isTTY;

interface Done {
  readonly results: readonly Result[];
  readonly verdict: Verdict;
}

const setUp = prepare();
const underWay = new Map<string, number>();
const done = new Map<string, Done>();
const queue = [...setUp.chosen];
await Promise.all(Array.from({ length: Number(values.parallel) }, work));
conclude();

function prepare() {
  try {
    return {
      suite: findSuite(values.tests, process.env['INIT_CWD'] ?? process.cwd()),
      chosen: chosenModules(positionals),
      known: readKnownFailures(),
    };
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(2);
  }
}

async function work(): Promise<void> {
  for (let module = queue.shift(); module !== undefined; module = queue.shift()) {
    const name = module;
    const began = performance.now();
    const known = knownIn(name, setUp.known);
    const results = await runModule({
      module: name,
      suite: setUp.suite,
      leaveOut: known.flatMap(({ test, run }) => (run === false ? test : [])),
      hungAfterSeconds: Number(values.hung),
      onProgress: (sofar) => {
        underWay.set(name, sofar.length);
        if (terminal) process.stdout.write(`\r\x1b[K${[...underWay].map(([running, count]) => `${running} ${count}`).join(' · ')}`);
      },
    });
    underWay.delete(name);
    const verdict = judge(results, known);
    done.set(name, { results, verdict });
    const mark = verdict.unexpected.length + verdict.stale.length === 0 ? 'ok  ' : 'FAIL';
    const seconds = ((performance.now() - began) / SECOND_MS).toFixed(1);
    console.log(`${terminal ? '\r\x1b[K' : ''}${`[${done.size}/${setUp.chosen.length}]`.padEnd(7)} ${mark} ${name}  ${results.length} tests, ${seconds} s`);
  }
}

function conclude(): void {
  const rows = setUp.chosen.flatMap((module) => {
    const { results, verdict } = done.get(module) ?? {};
    return results === undefined || verdict === undefined ? [] : [{ module, results, ...verdict }];
  });
  const unexpected = rows.flatMap((row) => row.unexpected);
  const stale = rows.flatMap((row) => row.stale);
  for (const { test, detail } of unexpected) console.log(`\nFAIL ${test}\n${detail.trimEnd().replace(/^/gm, '      ')}`);
  for (const sentence of stale) console.log(`\nFAIL ${sentence}`);
  if (values['list-skipped']) {
    for (const { test, outcome, detail } of rows.flatMap(({ results }) => results)) if (outcome === 'skipped') console.log(`skipped ${test}: ${detail}`);
  }
  if (values['list-failures']) {
    const entries = unexpected.map(({ test, detail }) => ({ test, kind: 'platform | later-fix | runtime', reason: detail.trimEnd().split('\n').at(-1) }));
    console.log(`\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}`);
  }
  console.log(`\n${formatTable(rows)}`);
  const failed = unexpected.length + stale.length;
  if (values.write) {
    if (rows.length === modules.length && failed === 0) writeMeasured(rows);
    else console.log('The table is written only of a full run in which nothing failed unexpectedly.');
  }
  // A known failure that fails is as it should be, but it has not passed.
  console.log(`${sum(rows.map(({ counts }) => counts)).passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}
