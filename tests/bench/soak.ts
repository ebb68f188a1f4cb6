/**
 * `node tests/bench/soak.ts [programs]`: runs that many programs (default 500), all the examples in turn, one after another
 * in one page in Chromium, and says how much memory the page's scripts and the browser's processes hold. Exits with 1 where
 * the last quarter holds more than the second did by more than noise explains. Needs `npm run build`.
 */
import { execFileSync } from 'node:child_process';
import { listExamples } from '../../src/examples/list.ts';
import { loadExample } from '../../src/examples/load.ts';
import { IslandOnPage } from '../browser/island.ts';
import { launchChromium } from '../browser/chromium.ts';
import { serve } from '../browser/static-server.ts';

const PROGRAMS = Number(process.argv[2] ?? 500);
const SAMPLES = 20;
/** Memory of processes goes up and down with the collector's mood. */
const NOISE = 1.15;

const examples = (await Promise.all(listExamples().map((id) => loadExample(id)))).filter(({ marks }) => marks.browser);
const server = await serve('dist', '/');
const browser = await launchChromium();
const page = await browser.newPage();
await page.goto(`${server.home}playground/`);
const island = new IslandOnPage(page, 'Playground');
await island.showAllAtOnce();
const inspector = await page.context().newCDPSession(page);

const samples: { readonly heapMB: number; readonly processesMB: number }[] = [];
for (let done = 1; done <= PROGRAMS; done += 1) {
  const example = examples[(done - 1) % examples.length];
  if (example === undefined) throw new Error('There are no examples.');
  await island.write(example.source);
  await island.runToEnd();
  if (done % Math.ceil(PROGRAMS / SAMPLES) !== 0) continue;
  await inspector.send('HeapProfiler.collectGarbage');
  const { metrics } = await inspector.send('Performance.enable').then(() => inspector.send('Performance.getMetrics'));
  const heapMB = (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / 1e6;
  const sample = { heapMB: Math.round(heapMB * 10) / 10, processesMB: residentMB() };
  samples.push(sample);
  console.log(`${String(done).padStart(4)} programs  ${sample.heapMB} MB of scripts  ${sample.processesMB} MB in all processes`);
}
await browser.close();
await server.close();

const quarter = Math.floor(samples.length / 4);
for (const kind of ['heapMB', 'processesMB'] as const) {
  const settled = median(samples.slice(quarter, 2 * quarter).map((sample) => sample[kind]));
  const last = median(samples.slice(-quarter).map((sample) => sample[kind]));
  const grew = last > settled * NOISE;
  console.log(`${kind}: ${settled} in the second quarter, ${last} in the last${grew ? ': it grows' : ''}`);
  if (grew) process.exitCode = 1;
}

/** Resident memory of all of the browser's processes. */
function residentMB(): number {
  const rows = execFileSync('ps', ['-eo', 'rss=,args='], { encoding: 'utf8' }).split('\n');
  const kilobytes = rows.filter((row) => row.includes('--headless') || row.includes('--type=')).map((row) => Number.parseInt(row, 10));
  return Math.round(kilobytes.reduce((sum, value) => sum + value, 0) / 1000);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
