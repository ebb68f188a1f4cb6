/** The browser keeps nothing for the page: there is no room, the reader does not allow it, or there is no such thing. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { expect } from 'vitest';
import { onlyInChromium } from '../browsers.ts';
import { launchProfile } from '../chromium.ts';
import { type Site, test } from '../site.ts';
import type { Language } from '../../../src/i18n/ui.ts';
import { Reader, inEachLanguage } from './reader.ts';
import { hardCases } from './record.ts';

const held = hardCases('storage', ['storage-full', 'storage-blocked', 'storage-absent']);

const LONGEST_MS = 180_000;

/** A reader whose browser keeps nothing: their program is lost only when they leave, and they are told before. */
async function worksOnThePage(reader: Reader, site: Site, language: Language, arrange: () => unknown = () => {}): Promise<string> {
  const errors: Error[] = [];
  reader.page.on('pageerror', (error) => errors.push(error));
  await reader.arrives(site, language);
  await arrange();
  await reader.changesTheProgram();
  await reader.isNoted(reader.words.notKept);
  await reader.runs();
  // Nor is the memory of a started Python kept: the next one starts from nothing.
  await reader.runs();
  await reader.findsTheOriginal();
  expect(errors).toEqual([]);
  return reader.words.notKept;
}

onlyInChromium('storage-full', (name) => test(name, { timeout: LONGEST_MS }, async ({ open, site, browser }) => {
  const said = await inEachLanguage(async (language) => {
    const context = await open();
    const reader = new Reader(await context.newPage(), language);
    const told = await worksOnThePage(reader, site, language, async () => {
      await reader.page.evaluate(() => {
        for (let size = 1 << 23; size > 0; size >>= 1) {
          try {
            localStorage.setItem('filling', (localStorage.getItem('filling') ?? '') + 'x'.repeat(size));
          } catch {
            // So much more is too much: half of it may not be.
          }
        }
      });
      const quota = await context.newCDPSession(reader.page);
      await quota.send('Storage.overrideQuotaForOrigin', { origin: new URL(site.at('/')).origin, quotaSize: 1 });
    });
    // Not for want of trying: there was no room for it.
    expect(await reader.page.evaluate(async () => Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).length)))).toEqual([0]);
    return told;
  });
  held('storage-full', said, browser);
}));

/** With a profile in which the reader has forbidden sites to keep anything. */
async function launchForbidding(folder: string): Promise<BrowserContext> {
  mkdirSync(join(folder, 'Default'));
  writeFileSync(join(folder, 'Default/Preferences'), JSON.stringify({ profile: { default_content_setting_values: { cookies: 2 } } }));
  return launchProfile(folder);
}

onlyInChromium('storage-blocked', (name) => test(name, { timeout: LONGEST_MS }, async ({ site, browser }) => {
  const folder = mkdtempSync(join(tmpdir(), 'no-storage-'));
  const context = await launchForbidding(folder);
  const said = await inEachLanguage(async (language) => {
    const reader = new Reader(await context.newPage(), language);
    const told = await worksOnThePage(reader, site, language);
    expect(await reader.page.evaluate(() => Promise.allSettled([(async () => localStorage)(), caches.open('any')]).then((all) => all.map(({ status }) => status)))).toEqual([
      'rejected',
      'rejected',
    ]);
    return told;
  });
  await context.close();
  rmSync(folder, { recursive: true });
  held('storage-blocked', said, browser);
}));

test('storage-absent', { timeout: LONGEST_MS }, async ({ open, site, browser }) => {
  const said = await inEachLanguage(async (language) => {
    const context = await open();
    await context.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage', 'caches', 'indexedDB']) Reflect.deleteProperty(window, name);
    });
    await context.route('**/worker-*.js', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `delete WorkerGlobalScope.prototype.caches;\n${await response.text()}` });
    });
    const reader = new Reader(await context.newPage(), language);
    const told = await worksOnThePage(reader, site, language);
    expect(await reader.page.evaluate(() => 'localStorage' in window || 'caches' in window)).toBe(false);
    return told;
  });
  held('storage-absent', said, browser);
});
