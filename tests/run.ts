/**
 * `npm test [-- project …] [-- options of vitest]`: builds the site, counts what is on its pages, checks types, and runs the
 * tests. Without a name all of it; the checks that are no project are named `content` and `types`. The last line says how
 * many passed and failed, whatever happens before.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { hasWebKit, whyNoFirefox } from './browser/installed.ts';
import { FIREFOX_SAMPLE, ONLY_IN_CHROMIUM } from './browser/only-in-chromium.ts';
import { builds, type SiteBuild } from './site-builds.ts';
import { COUNT_FILE_VARIABLE, type Count } from './report/count.ts';

const PROJECTS = ['unit', 'site', 'python', 'examples', 'browser', 'firefox'] as const;
/** Steps that are no project of vitest's. */
const CHECKS: readonly string[] = ['content', 'types'];
const NEED_SITE: readonly string[] = ['site', 'browser', 'firefox'];
const COUNT_FILE = '.cache/test-count.json';

const words = process.argv.slice(2);
const projects = PROJECTS.filter((project) => words.includes(project));
const all = words.length === 0;
const options = words.filter((word) => !projects.some((project) => project === word) && !CHECKS.includes(word));
/** Checks are named, and nothing else: then no project runs. */
const onlyChecks = !all && words.every((word) => CHECKS.includes(word));

mkdirSync('.cache', { recursive: true });
let passed = 0;
let failed = 0;

// The site is always built: a test of yesterday's site proves nothing.
if (projects.length === 0 ? !onlyChecks : projects.some((project) => NEED_SITE.includes(project))) {
  for (const build of builds) await step(build.name, () => buildSite(build));
}
if (all || words.includes('content')) {
  await step('nothing is missing from the pages', () => run(['src/cli/content-count.ts'], {}), 'always shown');
}
if (all || words.includes('types')) {
  await step('types are right', () => run(['node_modules/astro/bin/astro.mjs', 'check'], {}));
  await step('types of the Python half are right', () => run(['node_modules/pyright/index.js'], {}));
}
if (!onlyChecks) {
  for (const line of leftOut()) console.log(line);
  if (all) {
    // With the counter of branches, which has its thresholds in vitest.config.ts. A test takes longer then.
    await runTests(['--project', 'unit', '--coverage', '--testTimeout=60000']);
    await runTests(['--project', '!unit']);
  } else {
    // All that begin with its name: the browser's files are two projects of vitest's.
    await runTests([...projects.flatMap((project) => ['--project', `${project}*`]), ...options]);
  }
}

process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
console.log(`${passed} passed, ${failed} failed`);

/** What is not tested here, and why. */
function leftOut(): readonly string[] {
  const lines: string[] = [];
  const runs = (project: (typeof PROJECTS)[number]) => projects.length === 0 || projects.includes(project);
  if (runs('browser') && !hasWebKit()) lines.push('There is no WebKitGTK here, so nothing is tested in it. To have it: apt-get install webkit2gtk-driver xvfb');
  if (!runs('firefox')) return lines;
  const problem = whyNoFirefox();
  if (problem !== null) return [...lines, problem];
  if (process.env['FIREFOX_ALL'] !== '1') lines.push(`Firefox runs ${FIREFOX_SAMPLE.join(', ')}; with FIREFOX_ALL=1 the other files, too.`);
  return [...lines, ...Object.entries(ONLY_IN_CHROMIUM).map(([test, reason]) => `Not tested in Firefox: ${test} (${reason})`)];
}

/** Runs what is no test of vitest's and counts it as one test. Its output is shown where it fails, or always. */
async function step(name: string, work: () => Promise<Outcome>, show?: 'always shown'): Promise<void> {
  const began = performance.now();
  const { status, output } = await work();
  const seconds = `${((performance.now() - began) / 1000).toFixed(1)} s`;
  if (status === 0) {
    passed += 1;
    if (show !== undefined) console.log(output.trimEnd());
    console.log(` ✓ ${name}  ${seconds}`);
  } else {
    failed += 1;
    console.log(`${output}\n × ${name}  ${seconds}`);
  }
}

interface Outcome {
  readonly status: number;
  readonly output: string;
}

async function buildSite({ folder, base }: SiteBuild): Promise<Outcome> {
  rmSync(folder, { recursive: true, force: true });
  return run(['node_modules/astro/bin/astro.mjs', 'build', '--outDir', folder], base === undefined ? {} : { BASE_PATH: base });
}

async function run(command: readonly string[], environment: Readonly<Record<string, string>>): Promise<Outcome> {
  const child = spawn(process.execPath, ['--env-file=site.env', ...command], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  return { status: await ended(child), output };
}

async function runTests(chosen: readonly string[]): Promise<void> {
  rmSync(COUNT_FILE, { force: true });
  const vitest = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...chosen], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, [COUNT_FILE_VARIABLE]: COUNT_FILE },
  });
  const status = await ended(vitest);
  if (!existsSync(COUNT_FILE)) console.log(` × vitest ended before it had counted, with ${String(vitest.signalCode ?? status)}`);
  const count: Count = existsSync(COUNT_FILE) ? (JSON.parse(readFileSync(COUNT_FILE, 'utf8')) as Count) : { passed: 0, failed: 0 };
  passed += count.passed;
  // It may fail for reasons that are nobody's test: no test found, a configuration that cannot be read.
  failed += status !== 0 ? Math.max(1, count.failed) : count.failed;
}

function ended(child: ReturnType<typeof spawn>): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}
