/** Finds a Chromium and starts it. Never in vain: where none is installed, one comes from npm. */
import { accessSync, constants } from 'node:fs';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'];

const HOW_TO_INSTALL =
  'Browser tests need Chromium or Chrome 137 or newer. On Debian and Ubuntu: `sudo apt-get install chromium`. ' +
  'Elsewhere install Chrome and name it: `CHROMIUM=/path/to/chrome npm test`.';

/** What containers need: they run as root, which Chromium's sandbox refuses, and have little shared memory. */
const ARGUMENTS = ['--no-sandbox', '--disable-dev-shm-usage'];

/** @throws (rejects) with a sentence that names the command which installs a browser. */
export async function launchChromium(): Promise<Browser> {
  const problems: string[] = [];
  for (const find of [async () => installed(), () => sparticuz.executablePath()]) {
    try {
      const executablePath = await find();
      if (executablePath === null) continue;
      const browser = await chromium.launch({ executablePath, args: ARGUMENTS });
      if (await runsThreads(browser)) return browser;
      problems.push(`${executablePath} (${browser.version()}) is too old: it lacks JavaScript Promise Integration.`);
      await browser.close();
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new Error([HOW_TO_INSTALL, ...problems].join('\n'));
}

function installed(): string | null {
  const named = process.env['CHROMIUM'];
  return named ?? INSTALLED.find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function runsThreads(browser: Browser): Promise<boolean> {
  const page = await browser.newPage();
  const possible = await page.evaluate(() => 'Suspending' in WebAssembly);
  await page.close();
  return possible;
}
