/** WebKitGTK, where it is installed: what a reader does most, with the mouse and the keyboard that its WebDriver has. */
import { describe, expect } from 'vitest';
import { loadExample } from '../../src/examples/load.ts';
import { announce } from '../../src/log/sentences/sentences.ts';
import { timelineOf } from '../../src/log/timeline.ts';
import { test as base } from './site.ts';
import { type WebKitPage, openWebKit } from './webkit.ts';

/** Python's start is slow where WebAssembly is, on a machine that has other things to do. */
const SLOW_MS = 300_000;

const RUN = { path: '/basics/sync-vs-async/', id: 'basics/three-in-a-row' };
const STEPPED = { path: '/basics/event-loop/', id: 'basics/one-tick' };

const test = base.extend<{ readonly webkit: WebKitPage }>({
  webkit: [
    async ({}, use) => {
      const page = await openWebKit();
      await use(page);
      await page.close();
    },
    { scope: 'file' },
  ],
});

class IslandInWebKit {
  readonly #page: WebKitPage;
  readonly #island: string;

  constructor(page: WebKitPage, id: string) {
    this.#page = page;
    this.#island = `live-example[data-id="${id}"]`;
  }

  async press(part: string): Promise<void> {
    await this.#page.click(`${this.#island} ${part}`);
  }

  /** Puts another program into the editor: selects everything and types. */
  async write(program: string): Promise<void> {
    if (!(await this.#page.evaluate<boolean>(`${this.#query('.cm-content')} !== null`))) await this.press('[data-code]');
    await this.#page.until(`${this.#query('.cm-content')} !== null`);
    await this.#page.selectAllAndType(`${this.#island} .cm-content`, program);
  }

  async reaches(...states: readonly string[]): Promise<void> {
    await this.#page.until(`${JSON.stringify(states)}.includes(document.querySelector(${JSON.stringify(this.#island)}).dataset.state)`);
  }

  /** The output's texts, line by line. */
  lines(): Promise<string[]> {
    return this.#page.evaluate(`[...document.querySelectorAll(${JSON.stringify(`${this.#island} [data-output] .out-text`)})].map(({ textContent }) => textContent)`);
  }

  /** Scrolls to its timeline, whose player comes when the reader does, and waits for it. */
  async awake(): Promise<void> {
    await this.#page.evaluate(`${this.#query('.timeline')}.scrollIntoView({ block: 'center', behavior: 'instant' })`);
    await this.#page.until(`${this.#query('.timeline[data-awake]')} !== null`);
  }

  /** Waits until the timeline says a sentence. */
  says(sentence: string): Promise<void> {
    return this.#page.until(`${this.#query('.timeline [role=status]')}.textContent === ${JSON.stringify(sentence)}`);
  }

  #query(part: string): string {
    return `document.querySelector(${JSON.stringify(`${this.#island} ${part}`)})`;
  }
}

describe.each([
  { language: 'en', prefix: '' },
  { language: 'ko', prefix: '/ko' },
] as const)('in $language', ({ language, prefix }) => {
  test('a program is run, changed, stopped, fails, and is reset', { timeout: SLOW_MS }, async ({ webkit, site }) => {
    await webkit.goto(site.at(prefix + RUN.path));
    const island = new IslandInWebKit(webkit, RUN.id);
    await island.awake();
    const recorded = await island.lines();
    await island.press('[data-tl=speeds] label:last-of-type');
    await island.press('[data-action=run]');
    await island.reaches('finished');
    expect(await island.lines()).toEqual(recorded);

    await island.write('while True: pass');
    await island.press('[data-action=run]');
    await island.reaches('running');
    await island.press('[data-action=stop]');
    await island.reaches('stopped');

    await island.write('1 / 0');
    await island.press('[data-action=run]');
    await island.reaches('finished');
    expect((await island.lines()).at(-1)).toBe('ZeroDivisionError: division by zero');

    await island.press('[data-action=reset]');
    await island.reaches('idle');
    expect(await island.lines()).toEqual(recorded);
  });

  test('a recorded run is stepped through, and each step says what happens', { timeout: SLOW_MS }, async ({ webkit, site }) => {
    await webkit.goto(site.at(prefix + STEPPED.path));
    const island = new IslandInWebKit(webkit, STEPPED.id);
    await island.awake();
    const { log } = await loadExample(STEPPED.id);
    const timeline = timelineOf(log ?? []);
    expect(timeline.steps.length).toBeGreaterThan(10);
    for (const step of timeline.steps) {
      await island.press('[data-do=step-forward]');
      await island.says(announce(timeline, step, language));
    }
  });
});
