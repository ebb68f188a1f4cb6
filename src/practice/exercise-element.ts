/**
 * `<live-exercise>`: runs the reader's program and says, sentence by sentence, how far it is from what was asked. The run
 * is the island's own, so that its output and timeline are there to look at.
 */
import type { ExerciseCheck } from '../examples/exercise.ts';
import { judge, type Verdict } from '../examples/judge.ts';
import { exerciseWords } from '../i18n/exercise.ts';
import type { Language } from '../i18n/ui.ts';
import { LiveExample } from '../island/element.ts';
import { pageProgress } from './page-progress.ts';
import { partOf } from './part.ts';

class LiveExercise extends HTMLElement {
  #listening = new AbortController();
  /** Counts checks. The verdict of one that is not the latest comes too late. */
  #latest = 0;

  connectedCallback(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const button = partOf(this, '[data-check]', HTMLButtonElement);
    button.addEventListener('click', () => void this.#check(), { signal });
    for (const intent of ['pointerover', 'focus']) button.addEventListener(intent, () => this.#example.island?.warm(), { signal });
    // `toggle` does not bubble. A hint that was once seen lets the next one be seen for good.
    this.addEventListener('toggle', (event) => event.target instanceof HTMLElement && event.target.toggleAttribute('data-seen', true), {
      capture: true,
      signal,
    });
    pageProgress.watch(() => this.toggleAttribute('data-done', pageProgress.has(this.#task)), signal);
  }

  disconnectedCallback(): void {
    this.#listening.abort();
  }

  get #example(): LiveExample {
    return partOf(this, 'live-example', LiveExample);
  }

  get #task(): `exercise/${string}` {
    return `exercise/${this.dataset['exercise'] ?? ''}`;
  }

  get #language(): Language {
    return document.documentElement.lang.startsWith('ko') ? 'ko' : 'en';
  }

  async #check(): Promise<void> {
    const { island } = this.#example;
    if (island === null) return;
    this.#latest += 1;
    const check = this.#latest;
    const words = exerciseWords(this.#language);
    this.#say(words.checking);
    // Read now: the reader may type on while it runs.
    const { source } = island;
    const log = await island.run('free');
    if (check !== this.#latest) return;
    if (log === null) return this.#say(this.#example.dataset['state'] === 'failed' ? words.notStarted : words.notChecked);
    // The build wrote them, from an exercise that it has checked.
    const checks = JSON.parse(this.dataset['checks'] ?? '[]') as ExerciseCheck[];
    const verdict = judge(checks, { source, log }, this.#language);
    this.#show(verdict);
    if (verdict.passed) pageProgress.add(this.#task);
  }

  #say(sentence: string): void {
    delete this.dataset['passed'];
    const said = document.createElement('p');
    said.textContent = sentence;
    partOf(this, '[data-verdict]', HTMLElement).replaceChildren(said);
  }

  #show({ passed, findings }: Verdict): void {
    const words = exerciseWords(this.#language);
    const failed = findings.filter(({ ok }) => !ok).length;
    this.#say(passed ? words.solved : words.notSolved(failed, findings.length));
    this.dataset['passed'] = passed ? 'yes' : 'no';
    const list = document.createElement('ul');
    for (const { ok, sentence } of findings) {
      const item = document.createElement('li');
      item.dataset['ok'] = ok ? 'yes' : 'no';
      item.textContent = sentence;
      list.append(item);
    }
    partOf(this, '[data-verdict]', HTMLElement).append(list);
  }
}

customElements.define('live-exercise', LiveExercise);
