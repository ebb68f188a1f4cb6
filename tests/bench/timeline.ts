/**
 * `node tests/bench/timeline.ts [events]`: how fast a long run opens and plays in a slow laptop's Chromium (throttled four-fold).
 * Needs a built site in dist/. Prints milliseconds; a frame of 60 a second has 16.7. On a busy machine frames take the time that
 * the machine takes: what an empty page and an idle one do stands beside them, and `work` is what the page's own thread
 * worked for a frame, by its own clock.
 */
import type { Browser, CDPSession, Page } from 'playwright-core';
import { launchChromium } from '../browser/chromium.ts';
import { serve } from '../browser/static-server.ts';
import { randomRun } from '../unit/log/random-run.ts';

const THROTTLE = 4;
const FRAMES = 400;
const SPEEDS = [1, 8];

const log = randomRun(1, { tasks: 12, events: Number(process.argv[2] ?? 10_000) });
const server = await serve('dist', '/');
const browser = await launchChromium();
const empty = await throttled(browser, 'about:blank');
console.log('empty page:', await empty.evaluate(`(${frames})(${FRAMES})`));
await empty.close();
const page = await throttled(browser, `${server.home}playground/`);
await page.locator('.timeline[data-awake]').waitFor({ state: 'attached' });
console.log('nothing plays:', await page.evaluate(`(${frames})(${FRAMES})`));
// As text: compiled, they would name what the page does not have.
console.log(`${log.length} events:`, await page.evaluate(`(${open})(${JSON.stringify(log)})`));
for (const speed of SPEEDS) {
  const work = await traced(page, async () => console.log(`at ${speed}×:`, await page.evaluate(`(${play})(${frames}, ${speed}, ${FRAMES})`)));
  console.log('  work:', work);
}
await browser.close();
await server.close();

async function throttled(browser: Browser, address: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(address);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
  return page;
}

/** What the page's thread worked for each frame meanwhile. */
async function traced(page: Page, meanwhile: () => Promise<void>): Promise<Record<string, number>> {
  const devtools: CDPSession = await page.context().newCDPSession(page);
  const worked: number[] = [];
  devtools.on('Tracing.dataCollected', ({ value }) => {
    for (const { name, tdur } of value as { name?: string; tdur?: number }[]) {
      if (name === 'ProxyMain::BeginMainFrame' && tdur !== undefined) worked.push(tdur / 1000);
    }
  });
  await devtools.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['cc'] } });
  await meanwhile();
  const complete = new Promise((resolve) => devtools.once('Tracing.tracingComplete', resolve));
  await devtools.send('Tracing.end');
  await complete;
  await devtools.detach();
  worked.sort((a, b) => a - b);
  const share = (part: number) => Math.round((worked[Math.floor(worked.length * part)] ?? 0) * 10) / 10;
  return { median: share(0.5), slowestTenth: share(0.9) };
}

interface IslandElement extends Element {
  // The element's own class is not to be had here; what is used of it is in src/island/player.ts.
  readonly island: { readonly player: import('../../src/island/player.ts').Player };
}

/** Runs in the page: the time that frames take. */
async function frames(count: number): Promise<Record<string, number>> {
  const taken: number[] = [];
  for (let before = performance.now(); taken.length < count; ) {
    await new Promise(requestAnimationFrame);
    const now = performance.now();
    taken.push(now - before);
    before = now;
  }
  taken.sort((a, b) => a - b);
  const share = (part: number) => Math.round((taken[Math.floor(count * part)] ?? 0) * 10) / 10;
  return { median: share(0.5), slowestTenth: share(0.9), slowestHundredth: share(0.99) };
}

/** Runs in the page, and reaches into the island: opens the run, and steps back in it. */
async function open(events: unknown[]): Promise<Record<string, number>> {
  const rounded = (ms: number) => Math.round(ms * 10) / 10;
  const { player } = (document.querySelector('live-example') as IslandElement).island;
  const began = performance.now();
  player.open();
  player.append(events as Parameters<typeof player.append>[0]);
  player.pause();
  player.seek(events.length);
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const opened = performance.now() - began;
  document.querySelector('.tl-figure')?.scrollIntoView({ block: 'center' });
  const middle = Math.floor(events.length / 2);
  player.seek(middle);
  const stepped = performance.now();
  player.seek(middle - 1);
  return { opened: rounded(opened), stepBack: rounded(performance.now() - stepped) };
}

/** Runs in the page: plays the run from its start. */
function play(measure: (count: number) => Promise<unknown>, speed: number, count: number): Promise<unknown> {
  const { player } = (document.querySelector('live-example') as IslandElement).island;
  player.setSpeed(speed);
  player.seek(0);
  player.play();
  return measure(count);
}
