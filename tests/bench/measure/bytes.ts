/** What goes over the wire: before the reader shows intent, and for Python. */
import { readdirSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { SHORT, open, playgroundWith, programText, site, stockWith } from '../contenders.ts';
import type { Host, Sent } from '../host/host.ts';
import { pressUntil } from '../press.ts';
import type { Sampler } from '../samples.ts';

/** Below these paths lies what is Python's. The worker holds the Python half of the runtime. */
const PYTHON = /^\/_python\/|^\/_astro\/worker|\.(wasm|zip|py)$/;
/** What a page fetches late, of itself, it fetches by then. */
const SETTLES_MS = 500;
/** After the run: for what is fetched on the side. */
const AFTER_RUN_MS = 5000;

/** Paths of all pages of the built site, e.g. `/ko/basics/tasks/`. */
export function pagePaths(): readonly string[] {
  const files = readdirSync('dist', { recursive: true, encoding: 'utf8' }).map((file) => `/${file.replaceAll('\\', '/')}`);
  return files.filter((file) => file.endsWith('/index.html')).map((file) => file.slice(0, -'index.html'.length)).sort();
}

/**
 * Bodies of all answers to a page's requests until it is quiet, compressed as sent, in kB, each page in a window with
 * an empty cache.
 * @throws if a page fetches anything of Python.
 */
export async function measurePages(host: Host, browser: Browser, paths: readonly string[], sampler: Sampler): Promise<void> {
  for (const path of paths) {
    const context = await browser.newContext();
    host.takeSent();
    const page = await context.newPage();
    await page.goto(host.at('site', path), { waitUntil: 'networkidle' });
    await page.waitForTimeout(SETTLES_MS);
    const sent = host.takeSent();
    await context.close();
    const early = sent.filter((each) => PYTHON.test(each.path));
    if (early.length > 0) throw new Error(`${path} fetches Python before anybody asked for it: ${early.map((each) => each.path).join(', ')}`);
    sampler.add('page-bytes', 'site', kilobytes(sent));
  }
}

/** All that is sent from the press of Run on, for a program that imports from all over the standard library, in kB. */
export async function measurePython(host: Host, browser: Browser, sampler: Sampler): Promise<void> {
  for (const contender of [await playgroundWith(programText('imports')), stockWith('imports')]) {
    // What the site has kept for offline use is the next row's.
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const page = await open(contender, context, host);
    host.takeSent();
    await pressUntil(page, contender.run, contender, 'all imported');
    await page.waitForTimeout(AFTER_RUN_MS);
    sampler.add('python-bytes', contender.name, kilobytes(host.takeSent()));
    await context.close();
  }
}

/** All that is sent in a first visit with a run, until the whole site is kept for offline use, in kB. */
export async function measureOffline(host: Host, browser: Browser, sampler: Sampler): Promise<void> {
  const context = await browser.newContext();
  host.takeSent();
  const page = await open(site, context, host);
  await pressUntil(page, site.run, site, SHORT.firstLine);
  await page.evaluate('navigator.serviceWorker.ready');
  sampler.add('offline-bytes', 'site', kilobytes(host.takeSent()));
  await context.close();
}

function kilobytes(sent: readonly Sent[]): number {
  return sent.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
}
