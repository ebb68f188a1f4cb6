/** What browser tests share: a browser for each file, and for each test a context of its own that is closed after it. */
import type { BrowserContext, BrowserContextOptions, Browser, Page } from 'playwright-core';
import { expect, test as base } from 'vitest';
import { nestedBuild, rootBuild } from '../site-builds.ts';
import { launchChromium } from './chromium.ts';
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
  readonly page: Page;
}

/** Addresses that do not leave the machine. */
const LOCAL = /^(http:\/\/127\.0\.0\.1:|data:|blob:|about:)/;

async function served(folder: string, basePath: string, use: (site: Site) => Promise<void>): Promise<void> {
  const server = await serve(folder, basePath);
  await use({ at: (path) => server.home + path.replace(/^\//, '') });
  await server.close();
}

export const test = base.extend<Fixtures>({
  browser: [
    async ({}, use) => {
      const browser = await launchChromium();
      await use(browser);
      await browser.close();
    },
    { scope: 'file' },
  ],
  site: [async ({}, use) => served(rootBuild.folder, process.env['BASE_PATH'] ?? '/', use), { scope: 'file' }],
  nested: [async ({}, use) => served(nestedBuild.folder, nestedBuild.base, use), { scope: 'file' }],
  open: async ({ browser }, use) => {
    const opened: BrowserContext[] = [];
    const abroad: string[] = [];
    await use(async (options = {}) => {
      const context = await browser.newContext(options);
      // What a test waits for comes within this, also on a machine that is busy.
      context.setDefaultTimeout(45_000);
      context.on('request', (request) => {
        if (!LOCAL.test(request.url())) abroad.push(request.url());
      });
      opened.push(context);
      return context;
    });
    await Promise.all(opened.map((context) => context.close()));
    // Whatever a test is about: the site loads nothing from elsewhere.
    expect(abroad).toEqual([]);
  },
  page: async ({ open }, use) => {
    await use(await (await open()).newPage());
  },
});
