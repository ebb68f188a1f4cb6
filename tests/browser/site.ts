/** What browser tests share: a browser for each file, and for each test a context of its own that is closed after it. */
import type { BrowserContext, BrowserContextOptions, Browser, Page } from 'playwright-core';
import { expect, test as base } from 'vitest';
import { nestedBuild, rootBuild } from '../site-builds.ts';
import { launchBrowser } from './browsers.ts';
import { serve } from './static-server.ts';

export interface Site {
  /** Address of a page of the site by its path without language and base, e.g. `/basics/tasks/`. */
  at(path: string): string;
}

export interface Fixtures {
  readonly browser: Browser;
  readonly site: Site;
  /** The site built for another base path. */
  readonly nested: Site;
  /** Opens a window that shares nothing with any other. */
  readonly open: (options?: BrowserContextOptions) => Promise<BrowserContext>;
  /** A page of a browser that may have been on the site before: a started Python is kept there, nothing else is. */
  readonly page: Page;
  /** A page of a browser that has never been here. */
  readonly firstVisit: Page;
  /** The browser window that `page` belongs to. */
  readonly window: BrowserContext;
}

/** Addresses that do not leave the machine. */
const LOCAL = /^(http:\/\/127\.0\.0\.1:|data:|blob:|about:)/;

async function served(folder: string, basePath: string, use: (site: Site) => Promise<void>): Promise<void> {
  const server = await serve(folder, basePath);
  await use({ at: (path) => server.home + path.replace(/^\//, '') });
  await server.close();
}

interface Opened {
  readonly context: BrowserContext;
  readonly close: () => Promise<void>;
}

/** Changes no answers any more. One may still be under way, to an interpreter that nobody waits for: that it fails then is nobody's fault. */
export async function letGo(...routed: readonly (BrowserContext | Page)[]): Promise<void> {
  // A test may have closed one itself.
  await Promise.all(routed.filter((one) => !one.isClosed()).map((one) => one.unrouteAll({ behavior: 'ignoreErrors' })));
}

/**
 * Opens a window that shares nothing with any other. Closing it fails if anything was fetched from elsewhere. Without other
 * options it has no service worker: what one answers is out of reach for tests that change what arrives.
 */
export async function openContext(browser: Browser, options: BrowserContextOptions): Promise<Opened> {
  const abroad: string[] = [];
  const context = await browser.newContext({ serviceWorkers: 'block', ...options });
  // What a test waits for comes within this, also on a machine that is busy.
  context.setDefaultTimeout(45_000);
  context.on('request', (request) => {
    if (!LOCAL.test(request.url())) abroad.push(request.url());
  });
  return {
    context,
    close: async () => {
      await letGo(context, ...context.pages());
      await context.close();
      // Whatever a test is about: the site loads nothing from elsewhere.
      expect(abroad).toEqual([]);
    },
  };
}

export const test = base.extend<Fixtures>({
  browser: [
    async ({}, use) => {
      const browser = await launchBrowser();
      await use(browser);
      await browser.close();
    },
    { scope: 'file' },
  ],
  site: [async ({}, use) => served(rootBuild.folder, process.env['BASE_PATH'] ?? '/', use), { scope: 'file' }],
  nested: [async ({}, use) => served(nestedBuild.folder, nestedBuild.base, use), { scope: 'file' }],
  window: [
    async ({ browser }, use) => {
      const { context, close } = await openContext(browser, {});
      await use(context);
      await close();
    },
    { scope: 'file' },
  ],
  open: async ({ browser }, use) => {
    const opened: Opened[] = [];
    await use(async (options = {}) => {
      const next = await openContext(browser, options);
      opened.push(next);
      return next.context;
    });
    await Promise.all(opened.map(({ close }) => close()));
  },
  page: async ({ window }, use) => {
    const page = await window.newPage();
    await use(page);
    await letGo(page, window);
    // A page without origin has none, and no access to it.
    await page.evaluate(() => localStorage.clear()).catch(() => undefined);
    await page.close();
  },
  firstVisit: async ({ open }, use) => {
    await use(await (await open()).newPage());
  },
});
