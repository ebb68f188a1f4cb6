/**
 * `npm run bench`: measures the built site beside stock Pyodide and PyScript's editor, in Chromium, prints what holds, and
 * writes it to tests/bench/results.json and to the page about speed.
 *
 * - `-- part …`: only these of `parts`, and only printed; with `--write` their rows are written too.
 * - `-- --all`: with the part `build`, which takes longer than all others together.
 * - `-- --rounds=N`: so many samples instead of seven.
 * - `-- --short`: a short form that judges ratios (short.ts). Writes nothing.
 *
 * Needs `npm run build`. What else runs on the machine is measured as well.
 */
import { launchChromium } from '../browser/chromium.ts';
import { openContenders } from './contenders.ts';
import { writeSpeedPages } from './docs.ts';
import type { Host } from './host/host.ts';
import { measureBuild } from './measure/build.ts';
import { measureOffline, measurePages, measurePython, pagePaths } from './measure/bytes.ts';
import { measureExamples } from './measure/examples.ts';
import { measureLighthouse } from './measure/lighthouse.ts';
import { measureMemory } from './measure/memory.ts';
import { measureFirstVisits, measureRuns } from './measure/runs.ts';
import { measureStop } from './measure/stop.ts';
import { measureWork } from './measure/work.ts';
import { thisMachine } from './machine.ts';
import { formatJudgements, formatReport } from './report.ts';
import { type Results, writeResults } from './results.ts';
import { judge } from './rows.ts';
import { Sampler } from './samples.ts';
import { runShort } from './short.ts';

const ROUNDS = 7;
/** A build takes its time and depends on little. */
const BUILD_ROUNDS = 3;

const sampler = new Sampler();
let lighthouse: Results['lighthouse'] = [];

const parts: Readonly<Record<string, (host: Host, rounds: number) => void | Promise<void>>> = {
  runs: (host, rounds) => measureRuns(host, rounds, sampler),
  visits: (host, rounds) => measureFirstVisits(host, rounds, sampler),
  stop: (host, rounds) => measureStop(host, rounds, sampler),
  bytes: measureBytes,
  memory: (host, rounds) => measureMemory(host, rounds, sampler),
  work: (host, rounds) => measureWork(host, rounds, sampler),
  examples: (_, rounds) => measureExamples(rounds, sampler),
  lighthouse: async (host) => {
    lighthouse = await measureLighthouse(host);
  },
  build: (_, rounds) => measureBuild(Math.min(rounds, BUILD_ROUNDS), sampler),
};

const words = process.argv.slice(2);
const unknown = words.filter((word) => !(word in parts) && !/^--(short|all|write|rounds=\d+)$/.test(word));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')}. Parts: ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}
const host = await openContenders();
if (words.includes('--short')) await runShort(host);
else await runParts();
await host.close();

async function runParts(): Promise<void> {
  const named = Object.keys(parts).filter((part) => words.includes(part));
  const rounds = Number(words.find((word) => word.startsWith('--rounds='))?.slice('--rounds='.length) ?? ROUNDS);
  const chosen = named.length > 0 ? named : Object.keys(parts).filter((part) => part !== 'build' || words.includes('--all'));
  for (const part of chosen) {
    const began = performance.now();
    await parts[part]?.(host, rounds);
    console.log(`== ${part}: ${((performance.now() - began) / 1000).toFixed(0)} s`);
    // Again after each part, so that what was measured is seen even if the next one fails.
    console.log(`${formatReport(judge(sampler.samples))}\n${formatJudgements(lighthouse)}`);
  }
  if (named.length > 0 && !words.includes('--write')) return;
  writeResults(await thisMachine(), sampler.samples, lighthouse);
  writeSpeedPages();
}

async function measureBytes(on: Host): Promise<void> {
  const browser = await launchChromium();
  await measurePages(on, browser, pagePaths(), sampler);
  await measurePython(on, browser, sampler);
  await measureOffline(on, browser, sampler);
  await browser.close();
}
