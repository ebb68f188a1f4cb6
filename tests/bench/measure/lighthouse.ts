/** Lighthouse's judgement of some pages, as it judges phones: its mobile preset, which imitates a slow phone on a slow network. */
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import lighthouse from 'lighthouse';
import { launchChromium } from '../../browser/chromium.ts';
import type { Host } from '../host/host.ts';
import { median } from '../samples.ts';

export const judgedPages = ['/', '/basics/tasks/', '/ko/basics/tasks/', '/playground/'] as const;

/** How many times a page is judged; the median counts. */
const TIMES = 5;

export interface PageJudgement {
  readonly path: string;
  /** Of 100. */
  readonly performance: number;
  readonly accessibility: number;
  readonly bestPractices: number;
  readonly seo: number;
  readonly largestPaintMs: number;
  /** Cumulative layout shift; no unit. */
  readonly shift: number;
  readonly blockedMs: number;
  /** What was found wrong, by Lighthouse's names. */
  readonly failing: readonly string[];
}

export async function measureLighthouse(host: Host, paths: readonly string[] = judgedPages, times = TIMES): Promise<readonly PageJudgement[]> {
  const judged: PageJudgement[] = [];
  for (const path of paths) {
    const each: PageJudgement[] = [];
    for (let time = 0; time < times; time += 1) each.push(await judgePage(host, path));
    const of = (pick: (judgement: PageJudgement) => number): number => median(each.map(pick));
    judged.push({
      path,
      performance: of(({ performance: score }) => score),
      accessibility: of(({ accessibility }) => accessibility),
      bestPractices: of(({ bestPractices }) => bestPractices),
      seo: of(({ seo }) => seo),
      largestPaintMs: of(({ largestPaintMs }) => largestPaintMs),
      shift: of(({ shift }) => shift),
      blockedMs: of(({ blockedMs }) => blockedMs),
      failing: [...new Set(each.flatMap(({ failing }) => failing))],
    });
  }
  return judged;
}

/** In a browser of its own: nothing is cached, nothing else is open. */
async function judgePage(host: Host, path: string): Promise<PageJudgement> {
  const port = await freePort();
  const browser = await launchChromium([`--remote-debugging-port=${port}`]);
  try {
    const result = await lighthouse(host.at('site', path), { port, output: 'json', logLevel: 'error' });
    if (result === undefined || result.lhr.runtimeError !== undefined) throw new Error(`Lighthouse cannot judge ${path}: ${result?.lhr.runtimeError?.message ?? ''}`);
    const { categories, audits } = result.lhr;
    const score = (category: string): number => Math.round((categories[category]?.score ?? NaN) * 100);
    const number = (audit: string): number => audits[audit]?.numericValue ?? NaN;
    const counted = Object.values(categories).flatMap(({ id, auditRefs }) => (id === 'performance' ? [] : auditRefs.filter(({ weight }) => weight > 0)));
    return {
      path,
      performance: score('performance'),
      accessibility: score('accessibility'),
      bestPractices: score('best-practices'),
      seo: score('seo'),
      largestPaintMs: number('largest-contentful-paint'),
      shift: number('cumulative-layout-shift'),
      blockedMs: number('total-blocking-time'),
      failing: counted.flatMap(({ id }) => ((audits[id]?.score ?? 1) < 1 ? [id] : [])),
    };
  } finally {
    await browser.close();
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
