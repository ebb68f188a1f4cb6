/** After one visit with a run: the site without a network, and with another deployment. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { siteWords } from '../../src/i18n/ui.ts';
import { manifestOf } from '../../src/offline/manifest.ts';
import { nestedBuild, rootBuild } from '../site-builds.ts';
import { isEndOfWorker, onlyInChromium } from './browsers.ts';
import { launchChromium } from './chromium.ts';
import { Reader, inEachLanguage } from './hard/reader.ts';
import { hardCases } from './hard/record.ts';
import { Host } from './host.ts';
import { IslandOnPage } from './island.ts';
import { openContext, test as base } from './site.ts';

const PATH = '/basics/sync-vs-async/';
const TITLE = 'Three jobs, one after another';
/** Needs a part of the standard library that no start fetches. */
const IMPORTS_THE_REST = "import html\nprint(html.escape('<'))";
/** Less than the site takes. */
const LITTLE_ROOM_BYTES = 8_000_000;
/** What a browser does in the background, it has done by then. */
const PATIENCE_MS = 30_000;

interface Fixtures {
  readonly host: Host;
  readonly nestedHost: Host;
  /** A browser in which service workers work, as in any. */
  readonly reader: BrowserContext;
  /** A browser after one visit with a run, whose host is gone. */
  readonly offline: { readonly host: Host; readonly reader: BrowserContext };
}

const test = base.extend<Fixtures>({
  host: async ({}, use) => {
    const host = await Host.open(rootBuild);
    await use(host);
    await host.close();
  },
  nestedHost: async ({}, use) => {
    const host = await Host.open(nestedBuild);
    await use(host);
    await host.close();
  },
  reader: async ({ open }, use) => use(await open({ serviceWorkers: 'allow' })),
  offline: [
    async ({ browser }, use) => {
      const host = await Host.open(rootBuild);
      const { context, close } = await openContext(browser, { serviceWorkers: 'allow' });
      const page = await visit(context, host);
      await untilKept(page);
      await page.close();
      await host.unplug();
      await use({ host, reader: context });
      await close();
      await host.close();
    },
    { scope: 'file' },
  ],
});

async function openPage(reader: BrowserContext, host: Host, path: string): Promise<Page> {
  const page = await reader.newPage();
  await page.goto(host.at(path));
  return page;
}

/** Opens a page and runs an example on it. */
async function visit(reader: BrowserContext, host: Host): Promise<Page> {
  const page = await openPage(reader, host, PATH);
  await runExample(new IslandOnPage(page, TITLE));
  return page;
}

/** Runs an example and compares what it prints with its recording. */
async function runExample(island: IslandOnPage): Promise<void> {
  await island.showAllAtOnce();
  const recorded = await island.lines();
  await island.run.click();
  // The recorded lines stand there too where nothing has run.
  await island.reaches('finished');
  expect(await island.lines()).toEqual(recorded);
}

/** Types a program in place of what is there. */
async function runTyped(page: Page, title: string, program: string): Promise<string[]> {
  const island = new IslandOnPage(page, title);
  await island.showAllAtOnce();
  await island.write(program);
  await island.runToEnd();
  return island.text();
}

const note = (page: Page, language = 'en') => page.getByRole('status').getByText(siteWords(language).keptOffline);

async function untilKept(page: Page, language = 'en'): Promise<void> {
  await note(page, language).waitFor();
}

function headingOf(page: Page): Promise<string | null> {
  return page.getByRole('heading', { level: 1 }).textContent();
}

/** Addresses of all files that are kept of the site, of whatever deployment. */
function keptFiles(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.includes('precache'));
    const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return lists.flat().map(({ url }) => url);
  });
}

describe('without a network, after one visit with a run', () => {
  test('every file of the site is there', async ({ offline: { reader, host } }) => {
    const page = await openPage(reader, host, '/glossary/');
    const addresses = manifestOf(rootBuild.folder).map(({ url }) => host.at(url.slice('./'.length)));
    expect(addresses.length).toBeGreaterThan(200);
    const missing = await page.evaluate(async (all) => {
      const isThere = async (url: string): Promise<boolean> => (await fetch(url)).ok;
      const there = await Promise.all(all.map((url) => isThere(url).catch(() => false)));
      return all.filter((_, index) => there[index] === false);
    }, addresses);
    expect(missing).toEqual([]);
  });

  test('examples run that have never run here, in both languages', async ({ offline: { reader, host } }) => {
    const page = await openPage(reader, host, '/basics/executors/');
    await untilKept(page);
    await runExample(new IslandOnPage(page, 'Five blocking sleeps in the default executor'));
    await page.getByRole('link', { name: siteWords('en').otherLanguage }).click();
    await page.waitForURL(host.at('/ko/basics/executors/'));
    await untilKept(page, 'ko');
    await runExample(new IslandOnPage(page, page.locator('live-example').first(), 'ko'));
  });

  test('the playground runs what is typed', async ({ offline: { reader, host } }) => {
    const page = await openPage(reader, host, '/playground/');
    expect(await runTyped(page, 'Playground', IMPORTS_THE_REST)).toEqual(['&lt;']);
  });

  test.for([
    ['/', 'executor', '/basics/executors/'],
    ['/ko/', '실행기를', '/ko/basics/executors/'],
  ] as const)('the search on %s finds pages', async ([home, words, found], { offline: { reader, host } }) => {
    const page = await openPage(reader, host, home);
    await page.locator('site-search button').first().click();
    await page.getByRole('dialog').locator('input').fill(words);
    await page.getByRole('dialog').locator(`a[href*="${found}"]`).first().waitFor();
  });

  test('an address without its slash leads to its page, and an unknown one to the page that says so', async ({ offline: { reader, host } }) => {
    const page = await openPage(reader, host, '/basics/executors?from=somewhere#threads');
    await untilKept(page);
    expect(await headingOf(page)).toContain('xecutor');
    const answer = await page.goto(host.at('/basics/no-such-page/'));
    expect(answer?.status()).toBe(404);
    expect(await headingOf(page)).toBe('404');
  });

  test('the page that was open goes on to run programs', async ({ reader, host }) => {
    const page = await visit(reader, host);
    await untilKept(page);
    await host.unplug();
    expect(await runTyped(page, TITLE, IMPORTS_THE_REST)).toEqual(['&lt;']);
  });

  test('the site works below a base path', async ({ reader, nestedHost }) => {
    const page = await visit(reader, nestedHost);
    await untilKept(page);
    await nestedHost.unplug();
    await page.goto(nestedHost.at('/ko/basics/executors/'));
    await untilKept(page, 'ko');
    await page.goto(nestedHost.at('/playground/'));
    expect(await runTyped(page, 'Playground', IMPORTS_THE_REST)).toEqual(['&lt;']);
  });
});

test.for([
  ['answers with an error', 503],
  ['does not answer', 'silent'],
] as const)('where the host %s, pages come from what is kept', async ([, trouble], { reader, host }) => {
  const page = await visit(reader, host);
  await untilKept(page);
  host.trouble = trouble;
  const answer = await page.goto(host.at('/basics/executors/'));
  expect(answer?.status()).toBe(200);
  expect(await headingOf(page)).toContain('xecutor');
});

describe('when there is another deployment', () => {
  const NEWS = 'A new heading';

  /** Another deployment, in which a page says something else. */
  function deployNews(host: Host): Promise<void> {
    return host.deployAnother(() => change(host, join(PATH, 'index.html'), (html) => html.replace(/(<h1[^>]*>)[^<]*/, `$1${NEWS}`)));
  }

  test('an open page finds its own files, a new page is the new one, and when both are closed the old files go', async ({ reader, host }) => {
    const opened = await visit(reader, host);
    await untilKept(opened);
    const before = await headingOf(opened);
    await deployNews(host);

    const state = stateOfNext(opened);
    const fresh = await openPage(reader, host, PATH);
    expect(await headingOf(fresh)).toBe(NEWS);
    expect(await state).toBe('installed');
    // The editor and Python are fetched now, by a page of either deployment. What the first asks for the host has no more.
    expect(await runTyped(opened, TITLE, IMPORTS_THE_REST)).toEqual(['&lt;']);
    expect(await headingOf(opened)).toBe(before);
    await host.unplug();
    expect(await runTyped(fresh, TITLE, IMPORTS_THE_REST)).toEqual(['&lt;']);

    await opened.close();
    await fresh.close();
    // In the moment after the last page is closed, one that is opened may still be the old one: then it is closed again.
    await expect
      .poll(
        async () => {
          const page = await openPage(reader, host, PATH);
          const heading = await headingOf(page);
          await page.close();
          return heading;
        },
        { timeout: PATIENCE_MS },
      )
      .toBe(NEWS);
    const last = await openPage(reader, host, PATH);
    await untilKept(last);
    await expect.poll(async () => (await keptFiles(last)).filter((url) => /\/_(astro|python)\//.test(url) && !url.includes('-next')), { timeout: PATIENCE_MS }).toEqual([]);
    expect(await runTyped(last, TITLE, IMPORTS_THE_REST)).toEqual(['&lt;']);
  });

  test('a reader who saves data by now reads it, and keeps what was kept before', async ({ reader, host }) => {
    const page = await visit(reader, host);
    await untilKept(page);
    const kept = await keptFiles(page);
    await deployNews(host);
    change(host, 'sw.js', (script) => `Object.defineProperty(navigator, 'connection', { value: { saveData: true } });${script}`);
    const state = stateOfNext(page);
    const fresh = await openPage(reader, host, PATH);
    expect(await headingOf(fresh)).toBe(NEWS);
    expect(await state).toBe('redundant');
    expect(await keptFiles(page)).toEqual(kept);
  });
});

describe('where the site cannot be kept', () => {
  test.for([
    [
      'rejects',
      () => {
        // Not on the empty page that is there before.
        if ('ServiceWorkerContainer' in globalThis) ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('refused', 'SecurityError'));
      },
    ],
    ['is absent', () => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker')],
    [
      'throws',
      () =>
        Object.defineProperty(Navigator.prototype, 'serviceWorker', {
          get: () => {
            throw new DOMException('sandboxed', 'SecurityError');
          },
        }),
    ],
  ] as const)('everything works as before: the browser %s', async ([, refuse], { reader, host }) => {
    await reader.addInitScript(refuse);
    await worksUnkept(await reader.newPage(), host.at(PATH));
  });

  onlyInChromium('everything works as before: the page is not served securely', (name) => test(name, async ({ host }) => {
    const browser = await launchChromium(['--host-resolver-rules=MAP plain.test 127.0.0.1']);
    const page = await browser.newPage();
    await worksUnkept(page, host.at(PATH).replace('127.0.0.1', 'plain.test'));
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    await browser.close();
  }));

  test('of a site that did not arrive whole nothing is used, and the next visit fetches what is missing', async ({ reader, host }) => {
    const [rest = ''] = manifestOf(host.folder).flatMap(({ url }) => (url.endsWith('library-rest.bin') ? [join(host.folder, url)] : []));
    const whole = readFileSync(rest);
    writeFileSync(rest, whole.subarray(0, whole.length / 2));
    const page = await openPage(reader, host, PATH);
    const state = stateOfFirst(page);
    await runExample(new IslandOnPage(page, TITLE));
    expect(await state).toBe('redundant');
    expect(await note(page).isVisible()).toBe(false);
    writeFileSync(rest, whole);
    await page.close();
    const next = await visit(reader, host);
    await untilKept(next);
    await host.unplug();
    expect(await runTyped(next, TITLE, IMPORTS_THE_REST)).toEqual(['&lt;']);
  });

  onlyInChromium('where there is no room for it nothing of it stays, and programs run', (name) => test(name, async ({ reader, host }) => {
    const page = await openPage(reader, host, PATH);
    const inspector = await reader.newCDPSession(page);
    await inspector.send('Storage.overrideQuotaForOrigin', { origin: new URL(page.url()).origin, quotaSize: LITTLE_ROOM_BYTES });
    const state = stateOfFirst(page);
    await runExample(new IslandOnPage(page, TITLE));
    expect(await state).toBe('redundant');
    expect(await keptFiles(page)).toEqual([]);
    expect(await runTyped(page, TITLE, IMPORTS_THE_REST)).toEqual(['&lt;']);
  }));

  test('a reader who saves data is not made to fetch it', async ({ reader, host }) => {
    await reader.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
    const page = await visit(reader, host);
    // The interpreter goes when nothing of the run is left to do. The site would be fetched when the page is idle after that.
    await expect.poll(() => page.workers().length).toBe(0);
    await page.evaluate(() => new Promise<void>((resolve) => setTimeout(() => requestIdleCallback(() => resolve()))));
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  });

  test('a reader who runs nothing is not made to fetch it', async ({ reader, host }) => {
    const page = await openPage(reader, host, PATH);
    await new IslandOnPage(page, TITLE).run.hover();
    await expect.poll(() => page.workers().length).toBe(1);
    // A busy machine's page may never be idle.
    await page.evaluate(() => new Promise<void>((resolve) => requestIdleCallback(() => resolve(), { timeout: 2000 })));
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  });
});

/** Runs programs where the site cannot be kept: nothing breaks, and nothing is claimed. */
async function worksUnkept(page: Page, address: string): Promise<void> {
  const errors: string[] = [];
  page.on('pageerror', (error) => isEndOfWorker(error) || errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  const said = page.waitForEvent('console', { predicate: (message) => message.text().startsWith('This site cannot be kept') });
  await page.goto(address);
  await runExample(new IslandOnPage(page, TITLE));
  await said;
  expect(await note(page).isVisible()).toBe(false);
  expect(await runTyped(page, TITLE, IMPORTS_THE_REST)).toEqual(['&lt;']);
  expect(errors).toEqual([]);
}

/** How the installation of a service worker ends that this page begins. */
function stateOfFirst(page: Page): Promise<ServiceWorkerState> {
  return page.evaluate(
    () =>
      new Promise<ServiceWorkerState>((resolve) => {
        const { prototype } = ServiceWorkerContainer;
        const { register } = prototype;
        prototype.register = async function (...given) {
          const registration = await register.apply(this, given);
          const { installing } = registration;
          installing?.addEventListener('statechange', () => resolve(installing.state), { once: true });
          return registration;
        };
      }),
  );
}

/** How the installation of the next deployment's service worker ends. */
function stateOfNext(page: Page): Promise<ServiceWorkerState> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    return new Promise<ServiceWorkerState>((resolve) => {
      registration.addEventListener('updatefound', () => {
        const { installing } = registration;
        installing?.addEventListener('statechange', () => resolve(installing.state), { once: true });
      });
    });
  });
}

/** Changes a file of the host's in place. */
function change(host: Host, file: string, how: (text: string) => string): void {
  const path = join(host.folder, file);
  writeFileSync(path, how(readFileSync(path, 'utf8')));
}

const held = hardCases('offline', ['offline']);

test('offline, a reader changes a program, runs it, and finds it again', async ({ offline: { host, reader: context }, browser }) => {
  const said = await inEachLanguage(async (language) => {
    const reader = new Reader(await context.newPage(), language);
    await reader.arrives(host, language);
    await reader.changesTheProgram();
    await reader.runs();
    const told = await reader.isTold();
    await reader.page.reload();
    await reader.hasOwnProgram();
    await reader.findsTheOriginal();
    await reader.page.close();
    return told;
  });
  held('offline', said, browser);
});
