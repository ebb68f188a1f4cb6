/** Memory of a page after ten runs. */
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../../browser/chromium.ts';
import { SHORT, open, pyscript, site, stock, untilEnded } from '../contenders.ts';
import type { Host } from '../host/host.ts';
import { pressUntil } from '../press.ts';
import { type Sampler, inTurn } from '../samples.ts';

const RUNS = 10;
/** After the last run: what is to be let go is let go, what is to be ready is ready. */
const SETTLES_MS = 5000;

/**
 * The share of memory (PSS) of all renderer processes of a browser that has this one page open, in MB: the page, its
 * workers, and all of their WebAssembly. Only on Linux, where /proc tells.
 */
export async function measureMemory(host: Host, rounds: number, sampler: Sampler): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    for (const contender of inTurn([site, pyscript, stock], round)) {
      const browser = await launchChromium();
      const page = await open(contender, await browser.newContext(), host);
      for (let run = 0; run < RUNS; run += 1) {
        await pressUntil(page, contender.run, contender, SHORT.firstLine);
        await untilEnded(page, contender);
      }
      await page.waitForTimeout(SETTLES_MS);
      sampler.add('memory', contender.name, await renderersMB(browser));
      await browser.close();
    }
  }
}

async function renderersMB(browser: Browser): Promise<number> {
  const inspector = await browser.newBrowserCDPSession();
  const { processInfo } = await inspector.send('SystemInfo.getProcessInfo');
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  const kilobytes = renderers.map(({ id }) => Number(/^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))?.[1]));
  return kilobytes.reduce((sum, value) => sum + value, 0) / 1000;
}
