/**
 * `npm run bench -- --short`: what can be said in minutes. Its last line is `N passed, N failed`.
 *
 * Three samples on a machine that is busy with others say little about milliseconds, so only ratios between what was
 * measured in turn are judged, with a margin. Bytes are the same everywhere and have none.
 */
import { launchChromium } from '../browser/chromium.ts';
import { pyscript, site } from './contenders.ts';
import type { Host } from './host/host.ts';
import { measurePages, measurePython } from './measure/bytes.ts';
import { judgedPages } from './measure/lighthouse.ts';
import { measureRuns } from './measure/runs.ts';
import { formatReport } from './report.ts';
import { type RowId, judge } from './rows.ts';
import { Sampler } from './samples.ts';

const ROUNDS = 3;
/** How many times its limit a median of three may be: a start that is no longer from the snapshot is beyond it. */
const MARGIN = 1.5;
/**
 * Do not hold yet (the page about speed says so): an interpreter that starts in the moment in which it is wanted, and a new one
 * that is as quick as PyScript's old one.
 */
const NOT_YET: readonly RowId[] = ['run-at-once', 'later-run'];

export async function runShort(host: Host): Promise<void> {
  const bytes = new Sampler();
  const times = new Sampler();
  await measureRuns(host, ROUNDS, times, [site, pyscript]);
  const browser = await launchChromium();
  await measurePages(host, browser, judgedPages, bytes);
  await measurePython(host, browser, bytes);
  await browser.close();

  const ratios = judge(times.samples, MARGIN)
    .filter(({ id }) => !NOT_YET.includes(id))
    .map((row) => ({ ...row, limits: row.limits.filter(({ limit }) => limit.kind === 'of') }));
  const rows = [...ratios, ...judge(bytes.samples)];
  console.log(formatReport(rows));
  const held = rows.flatMap(({ limits }) => limits.map(({ holds }) => holds));
  const passed = held.filter((holds) => holds).length;
  console.log(`${passed} passed, ${held.length - passed} failed`);
  process.exitCode = passed === held.length && passed > 0 ? 0 : 1;
}
