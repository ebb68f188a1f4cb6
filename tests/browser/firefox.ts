/**
 * Finds a Firefox and starts it, driven over WebDriver BiDi (https://w3c.github.io/webdriver-bidi/). The standard is young: what
 * tests ask of a page and it has no command for yet is set from within the browser.
 */
import { type Browser, type BrowserContext, type BrowserContextOptions, type Page, firefox } from 'playwright-core';
import { adaptConnections, contextIdOf, sendCommand } from './bidi.ts';
import { installedFirefox } from './installed.ts';

const PREFERENCES = {
  // The reader says yes when asked for the clipboard, in place of `permissions`.
  'dom.events.testing.asyncClipboard': true,
  // No page comes back from memory: Playwright waits without end for the news of it.
  'browser.sessionhistory.max_total_viewers': 0,
  // Firefox 153 crashes when an element's `ariaLabelledByElements` is read in the page after it was read in the sandbox in
  // which Playwright looks for elements by their names. Playwright then reads the attribute. No script of the site reads either.
  'accessibility.ARIAElementReflection.enabled': false,
};
const SAID_BY_PREFERENCE: readonly string[] = ['clipboard-read', 'clipboard-write'];

/** @throws (rejects) where there is none, or it does not start. */
export async function launchFirefox(): Promise<Browser> {
  const executablePath = installedFirefox();
  if (executablePath === null) throw new Error('There is no Firefox here. On Debian: `sudo apt-get install firefox-esr`. Elsewhere name it: `FIREFOX=/path/to/firefox`.');
  adaptConnections();
  // The channel has Playwright speak BiDi to it rather than a protocol of its own, which only a patched Firefox knows.
  const browser = await firefox.launch({ channel: 'moz-firefox', executablePath, args: ['--remote-allow-system-access'], firefoxUserPrefs: PREFERENCES });
  return adapt(browser);
}

/** Of the tab, as Firefox's own tools set it: https://searchfox.org/firefox-main/source/dom/chrome-webidl/BrowsingContext.webidl */
interface Overrides {
  readonly prefersColorSchemeOverride?: 'none' | 'light' | 'dark';
  readonly prefersReducedMotionOverride?: 'none' | 'reduce' | 'no-preference';
  readonly forcedColorsOverride?: 'none' | 'active' | 'inactive';
  readonly mediumOverride?: '' | 'print' | 'screen';
  readonly touchEventsOverride?: 'none' | 'enabled';
  readonly allowJavascript?: boolean;
}

type Media = NonNullable<Parameters<Page['emulateMedia']>[0]>;

function overridesOf({ colorScheme, reducedMotion, forcedColors, media }: Media): Overrides {
  return {
    ...(colorScheme === undefined ? {} : { prefersColorSchemeOverride: colorScheme === null || colorScheme === 'no-preference' ? 'none' : colorScheme }),
    ...(reducedMotion === undefined ? {} : { prefersReducedMotionOverride: reducedMotion ?? 'none' }),
    ...(forcedColors === undefined ? {} : { forcedColorsOverride: forcedColors ?? 'none' }),
    ...(media === undefined ? {} : { mediumOverride: media ?? '' }),
  };
}

/** The same browser, whose pages can be all that its options say. */
function adapt(browser: Browser): Browser {
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options = {}) => {
    const { javaScriptEnabled = true, hasTouch = false, isMobile: _, permissions = [], ...known } = options;
    const context = await newContext({ ...known, permissions: permissions.filter((name) => !SAID_BY_PREFERENCE.includes(name)) });
    adaptPages(browser, context, { ...overridesOf({ colorScheme: 'light', ...mediaOf(options) }), allowJavascript: javaScriptEnabled, touchEventsOverride: hasTouch ? 'enabled' : 'none' });
    return context;
  };
  return browser;
}

function mediaOf({ colorScheme, reducedMotion, forcedColors }: BrowserContextOptions): Media {
  return {
    ...(colorScheme === undefined ? {} : { colorScheme }),
    ...(reducedMotion === undefined ? {} : { reducedMotion }),
    ...(forcedColors === undefined ? {} : { forcedColors }),
  };
}

function adaptPages(browser: Browser, context: BrowserContext, overrides: Overrides): void {
  const newPage = context.newPage.bind(context);
  context.newPage = async () => {
    const page = await newPage();
    await override(browser, page, overrides);
    page.emulateMedia = (media = {}) => override(browser, page, overridesOf(media));
    return page;
  };
}

/** From within the browser's own window, where Firefox's half of BiDi looks up its tabs too. */
async function override(browser: Browser, page: Page, overrides: Overrides): Promise<void> {
  const { contexts } = await sendCommand<{ contexts: readonly { context: string }[] }>(browser, 'browsingContext.getTree', { 'moz:scope': 'chrome' });
  const answer = await sendCommand<{ type: string }>(browser, 'script.evaluate', {
    expression: `Object.assign(
      ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs').NavigableManager
        .getBrowsingContextById(${JSON.stringify(contextIdOf(page))}),
      ${JSON.stringify(overrides)}), undefined`,
    target: { context: contexts[0]?.context },
    awaitPromise: false,
  });
  if (answer.type !== 'success') throw new Error(`Firefox does not take ${JSON.stringify(overrides)}: ${JSON.stringify(answer)}`);
}
