/** Everything can be done with the keyboard alone, and what has the focus is always seen and never lost. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { islandWords } from '../../src/i18n/island.ts';
import { browserName } from './browsers.ts';
import { firstPlayer, IslandOnPage, paste } from './island.ts';
import { type Fixtures, test } from './site.ts';

const TASKS = '/basics/tasks/';
const TITLE = 'Created, but not started';

/** A reader who has a keyboard and no pointer. */
class Keyboard {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.#page.keyboard.press(key);
  }

  /** What has the focus, as a screen reader names it, e.g. `button "Run"`; empty where nothing has. */
  async focused(): Promise<string> {
    const focused = this.#page.locator(':focus');
    if ((await focused.count()) === 0) return '';
    const tree = await focused.ariaSnapshot();
    // The highlighted program gives way to its editor, which has the focus then.
    if (tree === '') return this.focused();
    // Playwright has no role for the line that opens a fold: it is told as its text.
    if (tree.startsWith('- text: ')) return `summary "${tree.slice('- text: '.length)}"`;
    // Without its state, and what is in it. Quoted where it holds a colon.
    const [, role = '', name = ''] = /^- '?([a-z]+)(?: "([^"]*)")?/.exec(tree) ?? [];
    return `${role} "${name}"`;
  }

  /** With Tab to what is named so. Fails where it is not among the next so many. */
  async goTo(name: string, within = 100): Promise<void> {
    const passed: string[] = [];
    while (passed.length < within) {
      await this.press('Tab');
      passed.push(await this.focused());
      if (passed.at(-1) === name) return;
    }
    expect(passed).toContain(name);
  }
}

/** Runs in the page, after each Tab: what is wrong with where the focus is, and with how it is seen. */
function focusFaults(): readonly string[] {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || focused === document.body) return ['nothing has the focus'];
  const visited = globalThis as typeof globalThis & { visited?: Element };
  // Not by counting: an editor that is out of sight has fewer lines.
  const goesBack = visited.visited?.isConnected === true && (visited.visited.compareDocumentPosition(focused) & Node.DOCUMENT_POSITION_FOLLOWING) === 0;
  visited.visited = focused;
  // A radio button is drawn by what stands beside it.
  const shown = focused instanceof HTMLInputElement && focused.type === 'radio' ? (focused.nextElementSibling ?? focused) : focused;
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(shown);
  const probe = document.createElement('i');
  probe.style.color = 'var(--focus)';
  document.body.append(probe);
  const focusColor = getComputedStyle(probe).color;
  probe.remove();
  const { left, right, top, bottom } = shown.getBoundingClientRect();
  const header = document.querySelector('header')?.getBoundingClientRect().bottom ?? 0;
  const inHeader = focused.closest('header') !== null || focused.matches('.sl-skip-link');
  return [
    ...(goesBack ? ['comes after what stands below it'] : []),
    ...(outlineStyle === 'solid' && Number.parseFloat(outlineWidth) >= 2 && outlineColor === focusColor ? [] : [`outline ${outlineStyle} ${outlineWidth} ${outlineColor}`]),
    ...(right > 0 && left < innerWidth && bottom > (inHeader ? 0 : header) && top < innerHeight ? [] : [`out of sight at ${left}, ${top}`]),
  ];
}

async function openCalmly({ open, site }: Pick<Fixtures, 'open' | 'site'>, path: string, viewport = { width: 1280, height: 800 }): Promise<{ page: Page; keys: Keyboard }> {
  // Without movement the page is where it goes to at once.
  const page = await (await open({ reducedMotion: 'reduce', viewport })).newPage();
  await page.goto(site.at(path));
  await firstPlayer(page);
  return { page, keys: new Keyboard(page) };
}

const EDITOR = 'textbox "Code"';

test('Tab goes through a page in the order in which it is read, and what has the focus is always seen', async ({ open, site }) => {
  const { page, keys } = await openCalmly({ open, site }, TASKS);
  const names: string[] = [];
  const faults: string[] = [];
  for (;;) {
    // Tab indents in the editor: it is left as its description says, by Escape and, within two seconds, Tab.
    await (names.at(-1) === EDITOR ? keys.press('Escape', 'Tab') : keys.press('Tab'));
    const name = await keys.focused();
    if (name === '') break;
    names.push(name);
    // Once the editor knows that it has the focus.
    if (name === EDITOR) await page.locator('.cm-focused .cm-content:focus').waitFor();
    // The player comes when the reader comes near, and has more to stop at.
    if (name === 'button "To start"') await page.locator('.timeline:focus-within[data-awake]').waitFor();
    faults.push(...(await page.evaluate(focusFaults)).map((fault) => `${name}: ${fault}`));
  }
  expect(faults).toEqual([]);
  expect(names.slice(0, 6)).toEqual(['link "Skip to content"', 'link "asyncio, live"', 'button "Search"', 'link "Playground"', 'link "한국어"', 'switch "Dark theme"']);
  const first = names.indexOf('button "Copy"');
  expect(names.slice(first, first + 17)).toEqual([
    'button "Copy"',
    'button "Share"',
    'link "Open in the playground"',
    'textbox "Code"',
    'button "Run"',
    'button "Stop"',
    'button "Reset"',
    'button "To start"',
    'button "Step back"',
    'button "Play"',
    'button "Step forward"',
    'button "To end"',
    'slider "Time"',
    'radio "1×"',
    'group "main: ready, has not run yet, line 8, at 0 s"',
    'summary "The run in words"',
    'log "Output"',
  ]);
  expect(names).toContain('button "Move down: task starts"');
  expect(names.slice(-6)).toContain('link "Previous await and awaitables"');
});

test('a program is changed, run, stopped, stepped through and brought back', async ({ open, site }) => {
  const { page, keys } = await openCalmly({ open, site }, TASKS);
  const island = new IslandOnPage(page, TITLE);
  const original = await island.program();
  await keys.press('Tab', 'Enter');
  await keys.goTo('textbox "Code"');
  const help = island.region.getByText(islandWords('en').codeHelp);
  await help.waitFor();
  await page.locator('.cm-focused .cm-content:focus').waitFor();
  expect(await island.code.getAttribute('aria-describedby')).toBe(await help.getAttribute('id'));
  await keys.press('ControlOrMeta+A');
  await page.locator('.cm-content:focus').evaluate(paste, 'import time\nwhile True:\n');
  await keys.press('Tab');
  await page.keyboard.insertText('time.sleep(1)');
  expect(await island.program()).toBe('import time\nwhile True:\n    time.sleep(1)');

  await keys.press('Escape', 'Tab');
  expect(await keys.focused()).toBe('button "Run"');
  await keys.press('Enter');
  await island.reaches('running');
  expect(await keys.focused()).toBe('button "Run"');
  await keys.press('Tab', 'Enter');
  await island.reaches('stopped');
  expect(await keys.focused()).toBe('button "Stop"');
  await keys.press('Tab', 'Enter');
  await island.reaches('idle');
  expect(await keys.focused()).toBe('button "Reset"');
  expect(await island.program()).toBe(original);

  await keys.goTo('button "Step forward"', 5);
  await keys.press('Enter');
  const position = island.region.locator('[data-tl=position]');
  expect(await position.textContent()).toBe('step 1 of 15');
  await island.region.getByRole('status').filter({ hasText: /^Step 1 of 15/ }).waitFor();
  await keys.goTo('slider "Time"', 2);
  await keys.press('End', 'ArrowLeft');
  expect(await position.textContent()).toBe('step 14 of 15');
  await keys.press('Tab', 'ArrowRight');
  expect(await keys.focused()).toBe('radio "2×"');
  await keys.press('Tab', 'Tab', 'Enter');
  await island.region.locator('.tl-words li').nth(14).waitFor();
});

test('the focus is not lost where it was when a run draws the timeline anew, or when a run goes on', async ({ open, site }) => {
  const { page, keys } = await openCalmly({ open, site }, TASKS);
  const island = new IslandOnPage(page, TITLE);
  await island.showAllAtOnce();
  await island.write('import asyncio\nasyncio.run(asyncio.sleep(10**6))\n');
  await island.region.locator('.tl-bar').focus();
  await keys.press('ControlOrMeta+Enter');
  await island.reaches('finished');
  expect(await keys.focused()).toMatch(/^group "sleep: ready/);
  await island.region.locator('summary').focus();
  await keys.press('ControlOrMeta+Enter');
  await island.reaches('finished');
  expect(await keys.focused()).toBe('summary "The run in words"');
  await island.button('Go on').focus();
  await keys.press('Enter');
  await island.region.locator('[data-action=stop]:focus').waitFor();
});

test('a program is copied and shared', async ({ open, site }) => {
  const context = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  const keys = new Keyboard(page);
  await page.goto(site.at(TASKS));
  const island = new IslandOnPage(page, TITLE);
  await keys.goTo('button "Copy"');
  await keys.press('Enter');
  await island.region.getByText(islandWords('en').copied).waitFor();
  await keys.press('Tab', 'Enter');
  await island.region.getByText(islandWords('en').linkCopied).waitFor();
  expect(await keys.focused()).toBe('button "Share"');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('/playground/#code=');
  await keys.press('Tab', 'Enter');
  await page.waitForURL(/playground\/#code=/u);
});

test('an exercise is checked, and its hints and its solution are opened', async ({ open, site }) => {
  const { page, keys } = await openCalmly({ open, site }, TASKS);
  const exercise = page.locator('live-exercise').first();
  await exercise.getByRole('log', { name: 'Output' }).focus();
  await keys.press('Tab', 'Enter');
  await exercise.locator('[data-verdict] li').first().waitFor();
  expect(await keys.focused()).toBe('button "Check"');
  await keys.press('Tab', 'Enter');
  expect(await exercise.locator('.hint').first().getAttribute('open')).not.toBeNull();
  const solution = exercise.locator('.solution');
  for (let tabs = 0; tabs < 8 && !(await solution.locator('summary:focus').count()); tabs++) await keys.press('Tab');
  await keys.press('Enter');
  await keys.press('Tab');
  expect(await solution.locator('pre:focus').count()).toBe(1);
});

test('the frame: search, language, theme, and the menu of a narrow window', async ({ open, site }) => {
  const { page, keys } = await openCalmly({ open, site }, TASKS);
  await keys.goTo('button "Search"', 4);
  await keys.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.locator('input:focus').waitFor();
  await page.keyboard.type('gather');
  await dialog.locator('a[href*="/basics/gather/"]').first().waitFor();
  await keys.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  expect(await keys.focused()).toBe('button "Search"');
  await keys.goTo('switch "Dark theme"', 4);
  await keys.press(' ');
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
  await keys.press('Shift+Tab', 'Enter');
  await page.waitForURL(site.at(`/ko${TASKS}`));

  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(site.at(TASKS));
  await keys.goTo('button "Menu"', 8);
  await keys.press('Enter');
  const menu = page.locator('#starlight__sidebar');
  await menu.waitFor({ state: 'visible' });
  // In Firefox the menu itself, which can be scrolled, is a stop before what is in it.
  await keys.press(...(browserName === 'firefox' ? ['Tab', 'Tab'] : ['Tab']));
  expect(await menu.locator(':focus').count()).toBe(1);
  await keys.press('Escape');
  await menu.waitFor({ state: 'hidden' });
  expect(await keys.focused()).toBe('button "Menu"');
});
