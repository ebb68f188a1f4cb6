/** Finds a Chromium and starts it. Never in vain: where none is installed, one comes from npm. */
import sparticuz from '@sparticuz/chromium';
import { type Browser, type BrowserContext, type Page, chromium } from 'playwright-core';
import { installedChromium } from './installed.ts';

const HOW_TO_INSTALL =
  'Browser tests need Chromium or Chrome 137 or newer. On Debian and Ubuntu: `sudo apt-get install chromium`. ' +
  'Elsewhere install Chrome and name it: `CHROMIUM=/path/to/chrome npm test`.';

/** Two pages of Chromium's own behind the address bar of each window, which nobody sees: a tenth of the time of `hard/workers` and `keyboard`. */
const BEHIND_THE_ADDRESS_BAR = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'];

/** Playwright leaves these out itself (its chromiumSwitches.ts), but of two such arguments Chromium takes the last. */
const LEFT_OUT_BY_PLAYWRIGHT = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
];

/** And what containers need: they run as root, which Chromium's sandbox refuses, and have little shared memory. */
const ARGUMENTS = ['--no-sandbox', '--disable-dev-shm-usage', `--disable-features=${[...LEFT_OUT_BY_PLAYWRIGHT, ...BEHIND_THE_ADDRESS_BAR].join(',')}`];

/**
 * @param without of the arguments that Playwright gives.
 * @throws (rejects) with a sentence that names the command which installs a browser.
 */
export function launchChromium(more: readonly string[] = [], without: readonly string[] = []): Promise<Browser> {
  return firstThatStarts(
    (executablePath) => chromium.launch({ executablePath, args: [...ARGUMENTS, ...more], ignoreDefaultArgs: [...without] }),
    (browser) => ({ version: browser.version(), newPage: () => browser.newPage() }),
  );
}

/** With a profile in `folder`, as a reader has one: what it keeps is there when it is launched again. Throws as above. */
export function launchProfile(folder: string): Promise<BrowserContext> {
  return firstThatStarts(
    (executablePath) => chromium.launchPersistentContext(folder, { executablePath, args: ARGUMENTS }),
    (context) => ({ version: context.browser()?.version() ?? '', newPage: () => context.newPage() }),
  );
}

async function firstThatStarts<T extends { close(): Promise<void> }>(
  launch: (executablePath: string) => Promise<T>,
  seen: (launched: T) => { readonly version: string; readonly newPage: () => Promise<Page> },
): Promise<T> {
  const problems: string[] = [];
  for (const find of [async () => installedChromium(), () => sparticuz.executablePath()]) {
    try {
      const executablePath = await find();
      if (executablePath === null) continue;
      const launched = await launch(executablePath);
      const { version, newPage } = seen(launched);
      if (await runsThreads(await newPage())) return launched;
      problems.push(`${executablePath} (${version}) is too old: it lacks JavaScript Promise Integration.`);
      await launched.close();
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new Error([HOW_TO_INSTALL, ...problems].join('\n'));
}

async function runsThreads(page: Page): Promise<boolean> {
  const possible = await page.evaluate(() => 'Suspending' in WebAssembly);
  await page.close();
  return possible;
}
