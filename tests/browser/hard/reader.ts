/** A reader who has changed an example's program: what must be theirs again after whatever happens to the page. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { type IslandWords, islandWords } from '../../../src/i18n/island.ts';
import { languages } from '../../../src/i18n/words.ts';
import type { Language } from '../../../src/i18n/ui.ts';
import { IslandOnPage, type ShownLine } from '../island.ts';
import type { Site } from '../site.ts';
import type { Said } from './record.ts';

const PATH = '/basics/sync-vs-async/';
const EXAMPLE = 'basics/three-in-a-row';
export const OWN_LINE = 'a line of my own';

export function pathIn(language: Language, path = PATH): string {
  return language === 'en' ? path : `/${language}${path}`;
}

/** @param trial goes through a case on pages of one language, and gives what the page has said of it. */
export async function inEachLanguage(trial: (language: Language) => Promise<string>): Promise<Said> {
  const said: Partial<Record<Language, string>> = {};
  for (const language of languages) said[language] = await trial(language);
  return said;
}

/** The same at the same time, where a trial mostly waits: each in a window of its own. */
export async function inAllLanguages(trial: (language: Language) => Promise<string>): Promise<Said> {
  return Object.fromEntries(await Promise.all(languages.map(async (language) => [language, await trial(language)] as const)));
}

export class Reader {
  readonly page: Page;
  readonly island: IslandOnPage;
  readonly words: IslandWords;
  #original = '';
  #own = '';
  #recorded: readonly ShownLine[] = [];

  constructor(page: Page, language: Language) {
    this.page = page;
    this.island = new IslandOnPage(page, page.locator(`live-example[data-id="${EXAMPLE}"]`), language);
    this.words = islandWords(language);
  }

  /** Opens the page of the example, whose recorded run is there. */
  async arrives(site: Site, language: Language): Promise<void> {
    await this.page.goto(site.at(pathIn(language)));
    await this.island.showAllAtOnce();
    this.#recorded = await this.island.lines();
    expect(this.#recorded.length).toBeGreaterThan(0);
    this.#original = await this.island.program();
  }

  /** The same reader on the same page in another language. */
  readsOn(language: Language): Reader {
    const there = new Reader(this.page, language);
    there.#original = this.#original;
    there.#own = this.#own;
    there.#recorded = this.#recorded;
    return there;
  }

  /** Makes a version of the program of their own. @param end of it, which prints a line more. */
  async changesTheProgram(end = `print("${OWN_LINE}")`): Promise<void> {
    this.#own = `${this.#original}\n${end}`;
    await this.island.write(this.#own);
  }

  /** What the page says of the run. */
  async isTold(): Promise<string> {
    return (await this.island.status.textContent()) ?? '';
  }

  async hasOwnProgram(): Promise<void> {
    await expect.poll(() => this.island.program()).toBe(this.#own);
  }

  async seesRecordedRun(): Promise<void> {
    expect(await this.island.lines()).toEqual(this.#recorded);
  }

  /** Waits for the note above the program. */
  async isNoted(text: string): Promise<void> {
    await this.island.region.getByText(text, { exact: true }).waitFor();
  }

  /** Presses Run: the reader's own version of the program runs to its end. */
  async runs(report = ''): Promise<void> {
    await this.island.run.click();
    await this.seesOwnRun(report);
  }

  async seesOwnRun(report = ''): Promise<void> {
    await this.island.reaches('finished', 'stopped', 'failed');
    expect(await this.island.text(), `${report}: ${await this.isTold()}`).toEqual([...this.#recorded.map(([, , text]) => text), OWN_LINE]);
    await this.hasOwnProgram();
  }

  /** Presses Reset: the recorded run and the program that it is of are there as on the first day. */
  async findsTheOriginal(): Promise<void> {
    await this.island.reset.click();
    await this.island.reaches('idle');
    await this.seesRecordedRun();
    expect(await this.island.program()).toBe(this.#original);
  }

  /** A run has failed for a reason outside the program: nothing is lost. @returns what the page says. */
  async losesNothing(report = ''): Promise<string> {
    await this.island.reaches('finished', 'failed');
    expect(await this.island.region.getAttribute('data-state'), report).toBe('failed');
    await this.hasOwnProgram();
    await this.seesRecordedRun();
    return this.isTold();
  }
}
