/**
 * `node tests/bench/timeline.ts [events]`: how fast a long run opens and plays in a slow laptop's Chromium (throttled four-fold).
 * Needs a built site in dist/. Prints milliseconds; a frame of 60 a second has 16.7. On a busy machine it measures that.
 */
import { launchChromium } from '../browser/chromium.ts';
import { serve } from '../browser/static-server.ts';
import { randomRun } from '../unit/log/random-run.ts';

const THROTTLE = 4;
const FRAMES = 400;

const log = randomRun(1, { tasks: 12, events: Number(process.argv[2] ?? 10_000) });
const server = await serve('dist', '/');
const browser = await launchChromium();
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
await page.goto(`${server.home}playground/`);
await page.locator('.timeline[data-awake]').waitFor({ state: 'attached' });
const devtools = await page.context().newCDPSession(page);
await devtools.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });

// As text: compiled, it would name what the page does not have.
const measured = await page.evaluate(`(${measure})(${JSON.stringify(log)}, ${FRAMES})`);
console.log(`${log.length} events:`, measured);
await browser.close();
await server.close();

/** Runs in the page, and reaches into the island: opens the run, steps back in it, and plays it. */
async function measure(events: unknown[], count: number): Promise<Record<string, number>> {
  const rounded = (ms: number | undefined) => Math.round((ms ?? 0) * 10) / 10;
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  // The element's own class is not to be had here; what is used of it is in src/island/player.ts.
  const { player } = (document.querySelector('live-example') as unknown as { island: { player: import('../../src/island/player.ts').Player } }).island;
  const began = performance.now();
  player.open();
  player.append(events as Parameters<typeof player.append>[0]);
  player.pause();
  player.seek(events.length);
  await painted();
  const opened = performance.now() - began;
  document.querySelector('.tl-figure')?.scrollIntoView({ block: 'center' });
  const middle = Math.floor(events.length / 2);
  player.seek(middle);
  const stepped = performance.now();
  player.seek(middle - 1);
  const stepBack = performance.now() - stepped;
  player.seek(0);
  player.play();
  const frames: number[] = [];
  for (let before = performance.now(); frames.length < count; ) {
    await new Promise(requestAnimationFrame);
    const now = performance.now();
    frames.push(now - before);
    before = now;
  }
  frames.sort((a, b) => a - b);
  return { opened: rounded(opened), stepBack: rounded(stepBack), median: rounded(frames[count / 2]), slowestTenth: rounded(frames[Math.floor(count * 0.9)]) };
}
