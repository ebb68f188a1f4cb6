/**
 * `node tests/bench/soak.ts [programs]`: runs that many programs (default 500) one after another in one page in Chromium:
 * examples, exercises as they stand and solved, and programs that end in every way there is. After each hundredth part of
 * that it says what the page holds when it has settled. Exits with 1 where a program did not end as it should, or where the
 * last quarter holds more than the second did by more than noise explains. Needs `npm run build`.
 */
import { readFileSync, readdirSync } from 'node:fs';
import type { CDPSession } from 'playwright-core';
import { contentFolder } from '../../src/examples/content.ts';
import { listExamples, listExercises } from '../../src/examples/list.ts';
import { loadExample } from '../../src/examples/load.ts';
import { type Ended, IslandOnPage } from '../browser/island.ts';
import { shareHash } from '../../src/island/share.ts';
import { launchChromium } from '../browser/chromium.ts';
import { serve } from '../browser/static-server.ts';
import { ENDS, type SoakProgram } from './soak-programs.ts';

const PROGRAMS = Number(process.argv[2] ?? 500);
const SAMPLES = 50;
/** Memory of processes goes up and down with the collector's mood. */
const NOISE = 1.1;
/** A page at rest has the interpreter for the next run, and nothing of the last. */
const WORKERS_AT_REST = 1;
const AT_REST_MS = 1500;

interface Held {
  /** What scripts of the page hold, after a collection. */
  readonly heapMB: number;
  /** Resident memory of the process that renders the page, its workers included. */
  readonly rendererMB: number;
  readonly workers: number;
  readonly nodes: number;
}

const programs = mixed(await ofContent(), ENDS);
const server = await serve('dist', '/');
const browser = await launchChromium();
const context = await browser.newContext();
context.setDefaultTimeout(60_000);
const page = await context.newPage();
await page.goto(`${server.home}playground/`);
const island = new IslandOnPage(page, 'Playground');
await island.showAllAtOnce();
const inspector = await context.newCDPSession(page);
const processes = await browser.newBrowserCDPSession();
await inspector.send('Performance.enable');

const began = Date.now();
const samples: Held[] = [];
let wrong = 0;
for (let done = 1; done <= PROGRAMS; done += 1) {
  const program = programs[(done - 1) % programs.length];
  if (program === undefined) throw new Error('There are no programs.');
  const problem = await endsAsItShould(program).catch((error: unknown) => String(error).split('\n', 1)[0]);
  if (problem !== undefined) {
    wrong += 1;
    console.log(`${done}: ${program.name}: ${problem}; the page says: ${await island.status.textContent()}; ${(await island.text()).slice(-3).join(' / ')}`);
    if ((await island.region.getAttribute('data-state')) === 'running') await island.stop.click();
  }
  if (done % Math.ceil(PROGRAMS / SAMPLES) === 0) samples.push(await report(done));
}
await browser.close();
await server.close();

console.log(`${PROGRAMS} programs, ${programs.length} of them different, ${wrong} ended otherwise than they should`);
if (wrong > 0) process.exitCode = 1;
const quarter = Math.floor(samples.length / 4);
for (const kind of ['heapMB', 'rendererMB', 'workers', 'nodes'] as const) {
  const settled = median(samples.slice(quarter, 2 * quarter).map((sample) => sample[kind]));
  const last = median(samples.slice(-quarter).map((sample) => sample[kind]));
  const grew = last > settled * NOISE;
  console.log(`${kind}: ${settled} in the second quarter, ${last} in the last${grew ? ': it grows' : ''}`);
  if (grew) process.exitCode = 1;
}

/** Runs the program in the page. Returns what was wrong with its end. */
async function endsAsItShould({ source, answers = [], stopAfter }: SoakProgram): Promise<string | undefined> {
  // By its address, as a shared link opens: typed into the editor, it would be kept by the browser's own list of what to undo.
  await page.evaluate((hash) => (location.hash = hash), await shareHash(source));
  await island.region.locator('.cm-content, [data-code]').first().getByText(source.split('\n', 1)[0] ?? '', { exact: true }).first().waitFor();
  await island.run.click();
  for (const answer of answers) {
    const field = island.region.getByRole('textbox', { name: 'Input', exact: true });
    await field.fill(answer);
    await field.press('Enter');
  }
  if (stopAfter !== undefined) {
    await island.output.getByText(stopAfter, { exact: true }).first().waitFor();
    await island.stop.click();
  }
  await island.reaches('finished', 'stopped', 'failed');
  const expected: Ended = stopAfter === undefined ? 'finished' : 'stopped';
  const state = await island.region.getAttribute('data-state');
  return state === expected ? undefined : `${state}, not ${expected}`;
}

async function report(done: number): Promise<Held> {
  // The next interpreter starts meanwhile, and what is left of the last goes.
  await page.waitForTimeout(AT_REST_MS);
  await inspector.send('HeapProfiler.collectGarbage');
  const { metrics } = await inspector.send('Performance.getMetrics');
  const metric = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? 0;
  const held = { heapMB: tenth(metric('JSHeapUsedSize') / 1e6), rendererMB: residentMB(await rendererProcess(processes)), workers: page.workers().length, nodes: metric('Nodes') };
  const minutes = tenth((Date.now() - began) / 60_000);
  console.log(`${String(done).padStart(4)} programs in ${minutes} min: ${held.heapMB} MB of scripts, ${held.rendererMB} MB in the renderer, ${held.workers} workers, ${held.nodes} nodes`);
  if (held.workers > WORKERS_AT_REST) {
    wrong += 1;
    console.log(`${done}: ${held.workers} workers are alive in a page at rest`);
  }
  return held;
}

/** The process that renders the page: the one that has worked most so far. */
async function rendererProcess(session: CDPSession): Promise<number> {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const busiest = processInfo.filter(({ type }) => type === 'renderer').sort((a, b) => b.cpuTime - a.cpuTime)[0];
  if (busiest === undefined) throw new Error('Chromium names no process that renders the page.');
  return busiest.id;
}

/** Resident memory of a process. Linux only. */
function residentMB(pid: number): number {
  const [, kilobytes] = /^VmRSS:\s*(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kilobytes) / 1000);
}

/** All programs of the site that run in a page. */
async function ofContent(): Promise<SoakProgram[]> {
  const examples = await Promise.all(listExamples().map((id) => loadExample(id)));
  const exercises = listExercises().flatMap((id) =>
    readdirSync(new URL(`exercises/${id}/`, contentFolder))
      .filter((file) => file.endsWith('.py'))
      .map((file) => `exercises/${id}/${file}`),
  );
  return [
    ...examples.filter(({ marks }) => marks.browser).map(({ id, source }) => ({ name: id, source })),
    ...exercises.map((path) => ({ name: path, source: readFileSync(new URL(path, contentFolder), 'utf8') })),
  ];
}

/** The few spread evenly among the many. */
function mixed(many: readonly SoakProgram[], few: readonly SoakProgram[]): SoakProgram[] {
  const apart = Math.ceil(many.length / few.length);
  return many.flatMap((program, index) => {
    const other = index % apart === 0 ? few[index / apart] : undefined;
    return other === undefined ? [program] : [other, program];
  });
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
