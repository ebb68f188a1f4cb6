/** The browser that a project of vitest's tests: vitest.config.ts says which. */
import type { Browser, Page } from 'playwright-core';
import { inject } from 'vitest';
import { launchChromium } from './chromium.ts';
import { ONLY_IN_CHROMIUM } from './only-in-chromium.ts';
import { launchFirefox } from './firefox.ts';

export type BrowserName = 'chromium' | 'firefox';

declare module 'vitest' {
  interface ProvidedContext {
    readonly browser: BrowserName;
  }
}

export const browserName: BrowserName = inject('browser');

/** @throws (rejects) with a sentence that names the command which installs the browser. */
export function launchBrowser(): Promise<Browser> {
  return browserName === 'firefox' ? launchFirefox() : launchChromium();
}

/** For tests that only Chromium can do: they are in a list with their reasons, which is printed where Firefox is tested. */
export function onlyInChromium(name: keyof typeof ONLY_IN_CHROMIUM, register: (name: string) => void): void {
  if (browserName === 'chromium') register(name);
}

/** Whether an error of a page is none: Firefox 153 tells of some, all without a message, where workers are ended as they start. */
export function isEndOfWorker(error: Error): boolean {
  return browserName === 'firefox' && error.message === 'undefined';
}

/**
 * How many workers a page has, asked again and again. Chromium says it itself. What Firefox 153 tells over WebDriver BiDi still
 * holds, at times, one that was ended as it started: there the page counts those that it makes and ends.
 * @param page before it is opened.
 */
export async function countWorkers(page: Page): Promise<() => Promise<number>> {
  if (browserName === 'chromium') return () => Promise.resolve(page.workers().length);
  await page.addInitScript(() => {
    const alive = new Set<Worker>();
    const terminate = Worker.prototype.terminate;
    Worker.prototype.terminate = function end(this: Worker) {
      alive.delete(this);
      terminate.call(this);
    };
    globalThis.Worker = class extends Worker {
      constructor(...args: ConstructorParameters<typeof Worker>) {
        super(...args);
        alive.add(this);
      }
    };
    Object.assign(globalThis, { workersAlive: alive });
  });
  return () => page.evaluate(() => (globalThis as unknown as { workersAlive: Set<Worker> }).workersAlive.size);
}
