/** Press Run to first line of output: the first run on a page that was visited before, and later runs. */
import type { BrowserContext } from 'playwright-core';
import { type Contender, SHORT, open, pyscript, site, stock, untilEnded } from '../contenders.ts';
import type { Host } from '../host/host.ts';
import { pressUntil } from '../press.ts';
import { type Sampler, inTurn } from '../samples.ts';
import { withProfile } from './profile.ts';

/** After a visit's run: what a page puts aside for the next visit it does by then. */
const PUTS_ASIDE_MS = 5000;
/** Between the end of a run and the next: a reader looks at what came out of it. */
const LOOKS_MS = 2000;

/**
 * One profile for all: first a visit to each, with a run. Then, in each round, each is opened in a new tab and run three
 * times: the first run; another in the moment in which the first is over; and another two seconds after that is over.
 */
export function measureRuns(host: Host, rounds: number, sampler: Sampler, contenders: readonly Contender[] = [site, pyscript, stock]): Promise<void> {
  return withProfile(async (context) => {
    for (const contender of contenders) await visit(contender, context, host);
    for (let round = 0; round < rounds; round += 1) {
      for (const contender of inTurn(contenders, round)) {
        const page = await open(contender, context, host);
        const { name, run } = contender;
        sampler.add('first-run', name, await pressUntil(page, run, contender, SHORT.firstLine));
        await untilEnded(page, contender);
        sampler.add('run-at-once', name, await pressUntil(page, run, contender, SHORT.firstLine));
        await untilEnded(page, contender);
        await page.waitForTimeout(LOOKS_MS);
        sampler.add('later-run', name, await pressUntil(page, run, contender, SHORT.firstLine));
        await page.close();
      }
    }
  });
}

async function visit(contender: Contender, context: BrowserContext, host: Host): Promise<void> {
  const page = await open(contender, context, host);
  await pressUntil(page, contender.run, contender, SHORT.firstLine);
  await page.waitForTimeout(PUTS_ASIDE_MS);
  await page.close();
}

/** The first run of all, with nothing in the cache, over the slow line: a profile of its own for each. */
export async function measureFirstVisits(host: Host, rounds: number, sampler: Sampler): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    for (const contender of inTurn([site, pyscript, stock], round)) {
      await withProfile(async (context) => {
        const page = await open(contender, context, host, true);
        sampler.add('first-visit', contender.name, await pressUntil(page, contender.run, contender, SHORT.firstLine));
      });
    }
  }
}
