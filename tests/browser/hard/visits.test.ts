/** The reader goes away in the middle of a run, and comes back. */
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { type Page, chromium } from 'playwright-core';
import { expect } from 'vitest';
import type { Language } from '../../../src/i18n/ui.ts';
import { onlyInChromium } from '../browsers.ts';
import { launchChromium } from '../chromium.ts';
import { type Site, test } from '../site.ts';
import { Reader, inEachLanguage } from './reader.ts';
import { hardCases } from './record.ts';

const held = hardCases('visits', ['back-from-memory', 'back-anew', 'another-language', 'hidden-tab']);

const LONGEST_MS = 180_000;

/** Runs the reader's own version of the program, and follows a link to another page while its run is played. */
async function leavesInMidRun(reader: Reader, link: string): Promise<void> {
  await reader.island.region.getByRole('radio', { name: '0.25×' }).check({ force: true });
  await reader.island.run.click();
  await reader.island.reaches('running');
  const from = reader.page.url();
  await reader.page.locator(link).click();
  await reader.page.waitForURL((url) => url.href !== from);
}

const NEXT = 'a[rel=next]';
const OTHER_LANGUAGE = 'a.language';

interface Shown {
  persisted: boolean;
}

/** @returns whether the page that is shown comes from the browser's memory, as it was. */
async function comesBack(page: Page): Promise<boolean> {
  await page.goBack({ waitUntil: 'commit' });
  await page.waitForFunction(() => 'persisted' in window);
  return page.evaluate(() => (window as unknown as Shown).persisted);
}

async function leavesAndComesBack(reader: Reader, site: Site, language: Language): Promise<boolean> {
  await reader.page.addInitScript(() => {
    window.addEventListener('pageshow', ({ persisted }) => ((window as unknown as Shown).persisted = persisted));
  });
  await reader.arrives(site, language);
  await reader.changesTheProgram();
  await leavesInMidRun(reader, NEXT);
  const persisted = await comesBack(reader.page);
  await reader.hasOwnProgram();
  return persisted;
}

onlyInChromium('back-from-memory', (name) => test(name, { timeout: LONGEST_MS }, async ({ site }) => {
  // Playwright switches it off.
  const browser = await launchChromium([], ['--disable-back-forward-cache']);
  const said = await inEachLanguage(async (language) => {
    const reader = new Reader(await browser.newPage(), language);
    // When one begins to serve the site, the browser lets go of pages that it has kept. Playwright's own way to block it does, too.
    await reader.page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
    expect(await leavesAndComesBack(reader, site, language)).toBe(true);
    await reader.island.reaches('stopped');
    const told = await reader.isTold();
    await reader.island.showAllAtOnce();
    await reader.runs();
    // Meanwhile the program is changed on the page of the other language.
    await reader.page.locator(OTHER_LANGUAGE).click();
    const elsewhere = new Reader(reader.page, language === 'en' ? 'ko' : 'en');
    await elsewhere.island.reaches('idle');
    await elsewhere.island.write('print("changed elsewhere")');
    expect(await comesBack(reader.page)).toBe(true);
    await expect.poll(() => reader.island.program()).toBe('print("changed elsewhere")');
    await reader.findsTheOriginal();
    await reader.page.close();
    return told;
  });
  held('back-from-memory', said, browser);
  await browser.close();
}));

test('back-anew', { timeout: LONGEST_MS }, async ({ open, site, browser }) => {
  const said = await inEachLanguage(async (language) => {
    const reader = new Reader(await (await open()).newPage(), language);
    expect(await leavesAndComesBack(reader, site, language)).toBe(false);
    await reader.seesRecordedRun();
    await reader.isNoted(reader.words.edited);
    await reader.island.showAllAtOnce();
    await reader.runs();
    await reader.findsTheOriginal();
    return reader.words.edited;
  });
  held('back-anew', said, browser);
});

test('another-language', { timeout: LONGEST_MS }, async ({ open, site, browser }) => {
  const said = await inEachLanguage(async (language) => {
    const from = new Reader(await (await open()).newPage(), language === 'en' ? 'ko' : 'en');
    await from.arrives(site, language === 'en' ? 'ko' : 'en');
    await from.changesTheProgram();
    await leavesInMidRun(from, OTHER_LANGUAGE);
    const reader = from.readsOn(language);
    await reader.isNoted(reader.words.edited);
    await reader.hasOwnProgram();
    await reader.seesRecordedRun();
    await reader.island.showAllAtOnce();
    await reader.runs();
    await reader.findsTheOriginal();
    return reader.words.edited;
  });
  held('another-language', said, browser);
});

/** A browser as it is for its reader. In windows of Playwright's own every tab would be shown, as long as it is open. */
async function launchWithTabs(): Promise<{ readonly newPage: () => Promise<Page>; readonly close: () => Promise<void> }> {
  const port = await freePort();
  const launched = await launchChromium([`--remote-debugging-port=${port}`]);
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { noDefaults: true });
  const [context] = browser.contexts();
  if (context === undefined) throw new Error('This browser has no window.');
  return { newPage: () => context.newPage(), close: () => launched.close() };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  // The address of a server that listens on a port.
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Longer than another tab takes to open on a busy machine. */
const PROGRAM_MS = 3000;
const PROGRAM = `import time\nprint("begun", flush=True)\ntime.sleep(${PROGRAM_MS / 1000})\nprint("over")`;

onlyInChromium('hidden-tab', (name) => test(name, { timeout: LONGEST_MS }, async ({ site, browser }) => {
  const { newPage, close } = await launchWithTabs();
  const said = await inEachLanguage(async (language) => {
    const reader = new Reader(await newPage(), language);
    const { page, island } = reader;
    await reader.arrives(site, language);
    await island.write(PROGRAM);
    await island.region.getByRole('radio', { name: '1×' }).check({ force: true });
    await island.run.click();
    await island.output.getByText('begun').waitFor();
    const other = await newPage();
    await page.waitForFunction(() => document.visibilityState === 'hidden', null, { polling: 100 });
    // Nothing is drawn there that could be waited for.
    await page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), PROGRAM_MS);
    expect(await island.text()).toEqual(['begun']);
    await page.bringToFront();
    const shownAt = Date.now();
    await island.reaches('finished');
    // It has gone on, and does not begin its seconds anew.
    expect(Date.now() - shownAt).toBeLessThan(PROGRAM_MS);
    expect(await island.text()).toEqual(['begun', 'over']);
    expect(await island.program()).toBe(PROGRAM);
    const told = await reader.isTold();
    await reader.findsTheOriginal();
    await other.close();
    await page.close();
    return told;
  });
  await close();
  held('hidden-tab', said, browser);
}));
