/** `<live-progress>`: the reader's progress in one place, to export, to import, and to clear (with a way back). */
import { type ProgressWords, progressWords } from '../i18n/progress.ts';
import { pageProgress } from './page-progress.ts';
import { partOf } from './part.ts';
import { formatProgress, isTaskId, joined, NOTHING_DONE, parseProgress, type Progress } from './progress.ts';

const FILE_NAME = 'asyncio-live-progress.json';

class LiveProgress extends HTMLElement {
  #listening = new AbortController();
  #words: ProgressWords = progressWords(undefined);
  /** What was cleared last, for as long as it can be brought back. */
  #cleared: Progress | null = null;

  connectedCallback(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.#words = progressWords(document.documentElement.lang);
    const pressed = (selector: string, action: () => void) =>
      partOf(this, selector, HTMLButtonElement).addEventListener('click', action, { signal });
    pressed('[data-export]', () => this.#export());
    pressed('[data-clear]', () => this.#clear());
    pressed('[data-undo]', () => this.#undo());
    this.#file.addEventListener('change', () => void this.#import(), { signal });
    pageProgress.watch(() => this.#showTotal(), signal);
    if (!pageProgress.works) this.#say(this.#words.notKept);
  }

  disconnectedCallback(): void {
    this.#listening.abort();
  }

  get #file(): HTMLInputElement {
    return partOf(this, '[data-import]', HTMLInputElement);
  }

  #showTotal(): void {
    const tasks = [...this.querySelectorAll<HTMLElement>('[data-tasks]')].flatMap(({ dataset }) => (dataset['tasks'] ?? '').split(' ').filter(isTaskId));
    const done = tasks.filter((task) => pageProgress.has(task)).length;
    partOf(this, '[data-total]', HTMLElement).textContent = this.#words.total(done, tasks.length);
    partOf(this, '[data-undo]', HTMLElement).hidden = this.#cleared === null;
  }

  #say(sentence: string): void {
    partOf(this, '[data-said]', HTMLElement).textContent = sentence;
  }

  #export(): void {
    const link = document.createElement('a');
    link.download = FILE_NAME;
    link.href = URL.createObjectURL(new Blob([formatProgress(pageProgress.now)], { type: 'application/json' }));
    link.click();
    URL.revokeObjectURL(link.href);
  }

  async #import(): Promise<void> {
    const file = this.#file.files?.[0];
    if (file === undefined) return;
    const imported = parseProgress(await file.text());
    // The same file can be chosen again.
    this.#file.value = '';
    if (imported === null) return this.#say(this.#words.noProgressFile);
    const before = pageProgress.now.done.length;
    pageProgress.set(joined(pageProgress.now, imported));
    this.#say(pageProgress.works ? this.#words.imported(pageProgress.now.done.length - before) : this.#words.notKept);
  }

  #clear(): void {
    this.#cleared = pageProgress.now;
    pageProgress.set(NOTHING_DONE);
    this.#say(this.#words.cleared);
  }

  #undo(): void {
    const back = joined(this.#cleared ?? NOTHING_DONE, pageProgress.now);
    this.#cleared = null;
    // The button goes away with this, so the focus needs another place.
    partOf(this, '[data-clear]', HTMLButtonElement).focus();
    pageProgress.set(back);
    this.#say(this.#words.restored);
  }
}

customElements.define('live-progress', LiveProgress);
