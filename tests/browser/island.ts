/** An island as its reader has it: by the names that a screen reader says. */
import type { Locator, Page } from 'playwright-core';
import { type IslandWords, islandWords } from '../../src/i18n/island.ts';
import { readShareHash } from '../../src/island/share.ts';
import { timelineWords } from '../../src/timeline/words.ts';

/** A line of output as it is shown: time, mark and text. */
export type ShownLine = readonly [time: string, mark: string, text: string];

export type Ended = 'finished' | 'stopped' | 'failed';

export class IslandOnPage {
  readonly region: Locator;
  readonly code: Locator;
  readonly run: Locator;
  readonly stop: Locator;
  readonly reset: Locator;
  readonly output: Locator;
  readonly status: Locator;
  readonly #page: Page;
  readonly #instant: string;
  readonly #words: IslandWords;

  /** @param title the island's own, or its element where titles do not tell two apart. */
  constructor(page: Page, title: string | Locator, language = 'en') {
    const words = islandWords(language);
    this.#words = words;
    this.#page = page;
    this.#instant = timelineWords(language).instant;
    this.region = typeof title === 'string' ? page.getByRole('region', { name: title, exact: true }) : title;
    this.code = this.region.getByRole('textbox', { name: words.code, exact: true });
    this.run = this.button(words.run);
    this.stop = this.button(words.stop);
    this.reset = this.button(words.reset);
    this.output = this.region.getByRole('log', { name: words.output, exact: true });
    this.status = this.region.locator('[data-status]');
  }

  button(name: string): Locator {
    return this.region.getByRole('button', { name, exact: true });
  }

  /** Time in the program is shown as soon as it is known, not at its own pace. */
  async showAllAtOnce(): Promise<void> {
    await this.region.getByRole('radio', { name: this.#instant }).check({ force: true });
  }

  /** Puts another program into the editor, as somebody who selects everything and pastes would. */
  async write(program: string): Promise<void> {
    await this.code.click();
    const editor = this.region.locator('.cm-content');
    await editor.focus();
    await this.#page.keyboard.press('ControlOrMeta+A');
    await editor.evaluate(paste, program);
  }

  async program(): Promise<string> {
    const editor = this.region.locator('.cm-content');
    const lines = (await editor.count()) > 0 ? editor.locator('.cm-line') : this.region.locator('[data-code] .line');
    return (await lines.allTextContents()).join('\n');
  }

  /** The whole program, as Share gives it to others; `program` has what of a long one is in sight. */
  async sharedProgram(): Promise<string> {
    await this.button(this.#words.share).click();
    const link = this.region.getByRole('textbox', { name: this.#words.link, exact: true });
    await link.waitFor();
    const shared = await readShareHash(new URL(await link.inputValue()).hash);
    if (shared.found !== 'program') throw new Error(`The link holds no program: ${JSON.stringify(shared)}`);
    return shared.source;
  }

  /** Waits until the island is in one of these states. */
  async reaches(...states: string[]): Promise<void> {
    const selector = states.map((state) => `[data-state=${state}]`).join(',');
    await this.region.and(this.#page.locator(selector)).waitFor({ state: 'attached' });
  }

  /** Presses Run and waits for the end. */
  async runToEnd(): Promise<void> {
    await this.run.click();
    await this.reaches('finished', 'stopped', 'failed');
  }

  async lines(): Promise<ShownLine[]> {
    return this.output.evaluate(readLines);
  }

  /** The output's texts, line by line. */
  async text(): Promise<string[]> {
    return (await this.lines()).map(([, , text]) => text);
  }
}

/** Waits for the first timeline's player, which comes when the reader comes near; the reader is at the top of the page again then. */
export async function firstPlayer(page: Page): Promise<void> {
  await page.locator('.timeline').first().scrollIntoViewIfNeeded();
  await page.locator('.timeline[data-awake]').first().waitFor();
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
}

/** Runs in the page: pastes a text into the editor. Not from the clipboard, of which all windows of a machine have one. */
export function paste(editor: Element, text: string): void {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
  // Firefox 153 empties what it is given as the event is made.
  Object.defineProperty(event, 'clipboardData', { value: clipboardData });
  editor.dispatchEvent(event);
}

/** Runs in the page. */
export function readLines(output: Element): ShownLine[] {
  const textOf = (line: Element, part: string) => line.querySelector(`.out-${part}`)?.textContent ?? '';
  return [...output.querySelectorAll('.out-line')].map((line) => [textOf(line, 'time'), textOf(line, 'mark'), textOf(line, 'text')] as const);
}
