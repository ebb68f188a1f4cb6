/**
 * `npm run bench [-- part …]`: measures the built site against stock Pyodide and PyScript's editor, in Chromium, and prints
 * what holds. Parts: see `parts`.
 */
import { launchChromium } from '../browser/chromium.ts';
import { openContenders } from './contenders.ts';
import type { Host } from './host/host.ts';
import { measurePages, measurePython, pagePaths } from './measure/bytes.ts';
import { measureExamples } from './measure/examples.ts';
import { measureMemory } from './measure/memory.ts';
import { measureFirstVisits, measureRuns } from './measure/runs.ts';
import { measureStop } from './measure/stop.ts';
import { measureWork } from './measure/work.ts';
import { formatReport } from './report.ts';
import { judge } from './rows.ts';
import { Sampler } from './samples.ts';

const parts: Readonly<Record<string, (host: Host, rounds: number, sampler: Sampler) => void | Promise<void>>> = {
  runs: measureRuns,
  visits: measureFirstVisits,
  stop: measureStop,
  bytes: measureBytes,
  memory: measureMemory,
  work: measureWork,
  examples: (_, rounds, sampler) => measureExamples(rounds, sampler),
};

const words = process.argv.slice(2);
const rounds = Number(/^--rounds=(\d+)$/.exec(words.find((word) => word.startsWith('--rounds=')) ?? '')?.[1] ?? 7);
const chosen = Object.keys(parts).filter((part) => words.includes(part));
const host = await openContenders();
const sampler = new Sampler();
for (const part of chosen.length > 0 ? chosen : Object.keys(parts)) {
  const began = performance.now();
  await parts[part]?.(host, rounds, sampler);
  console.log(`${part}  ${((performance.now() - began) / 1000).toFixed(0)} s`);
}
await host.close();
console.log(formatReport(judge(sampler.samples)));

async function measureBytes(on: Host, _: number, into: Sampler): Promise<void> {
  const browser = await launchChromium();
  await measurePages(on, browser, pagePaths(), into);
  await measurePython(on, browser, into);
  await browser.close();
}
