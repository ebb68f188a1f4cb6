/**
 * `<live-predict>`: asks before it shows. The fold with the explanation is the one place that knows whether the answer is
 * out: style sheets show the run by it, so that it works without scripts too (practice.css).
 */
import { type ExerciseWords, exerciseWords } from '../i18n/exercise.ts';
import { LiveExample } from '../island/element.ts';
import { OrderList } from './order-list.ts';
import { pageProgress } from './page-progress.ts';
import { partOf } from './part.ts';
import { type Answer, durationIsRight, parseAnswer, placesOf, toTenth } from './prediction.ts';

/** How an answer compares with the run, or what is missing of it. */
type Compared = { readonly missing: string } | { readonly right: boolean; readonly sentence: string };

class LivePredict extends HTMLElement {
  #listening = new AbortController();
  #words: ExerciseWords = exerciseWords(undefined);
  #answer: Answer | null = null;
  #order: OrderList | null = null;

  connectedCallback(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.#words = exerciseWords(document.documentElement.lang);
    this.#answer = parseAnswer(this.dataset['answer'] ?? 'null');
    const list = this.querySelector<HTMLElement>('[data-order]');
    if (list !== null) this.#order = new OrderList(list, partOf(this, '[data-moved]', HTMLElement), this.#words, signal);
    this.#form.addEventListener('submit', (event) => this.#submitted(event), { signal });
    partOf(this, '[data-show]', HTMLElement).addEventListener('click', () => this.#reveal(), { signal });
    partOf(this, '[data-again]', HTMLElement).addEventListener('click', () => this.#again(), { signal });
    pageProgress.watch(() => this.toggleAttribute('data-done', pageProgress.has(this.#task)), signal);
    // A browser may bring the page back as it was left.
    this.#showAnswer(this.#fold.open);
  }

  disconnectedCallback(): void {
    this.#listening.abort();
  }

  get #task(): `predict/${string}` {
    return `predict/${this.dataset['example'] ?? ''}`;
  }

  get #form(): HTMLFormElement {
    return partOf(this, 'form[data-question]', HTMLFormElement);
  }

  get #fold(): HTMLDetailsElement {
    return partOf(this, 'details.answer', HTMLDetailsElement);
  }

  get #verdict(): HTMLElement {
    return partOf(this, '[data-verdict]', HTMLElement);
  }

  get #choices(): readonly HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('[data-options] input')];
  }

  #submitted(event: Event): void {
    event.preventDefault();
    const compared = this.#compare();
    if ('missing' in compared) {
      this.#verdict.textContent = compared.missing;
      return;
    }
    this.dataset['right'] = compared.right ? 'yes' : 'no';
    this.#verdict.textContent = compared.sentence;
    pageProgress.add(this.#task);
    this.#reveal();
  }

  #compare(): Compared {
    const words = this.#words;
    switch (this.#answer?.kind) {
      case 'order': {
        const given = this.#order?.lines ?? [];
        const places = placesOf(given, this.#answer.lines);
        this.#order?.judge(places);
        const right = places.filter((place) => place === null).length;
        return right === given.length ? { right: true, sentence: words.right } : { right: false, sentence: words.orderVerdict(right, given.length) };
      }
      case 'duration': {
        // NaN where the field is empty or holds no number.
        const given = partOf(this, '[data-seconds]', HTMLInputElement).valueAsNumber;
        if (Number.isNaN(given)) return { missing: words.typeFirst };
        const { seconds } = this.#answer;
        const right = durationIsRight(given, seconds);
        return { right, sentence: right ? words.right : words.durationVerdict(given, Number(toTenth(seconds))) };
      }
      case 'choice': {
        const chosen = this.#choices.findIndex(({ checked }) => checked);
        if (chosen === -1) return { missing: words.chooseFirst };
        const right = chosen === this.#answer.option;
        const text = (index: number) => this.#choices[index]?.labels?.[0]?.textContent.trim() ?? '';
        return { right, sentence: right ? words.right : words.choiceVerdict(text(chosen), text(this.#answer.option)) };
      }
      case undefined:
        throw new Error('This <live-predict> has no answer in data-answer.');
    }
  }

  #reveal(): void {
    this.#showAnswer(true);
    // Where reading goes on.
    (this.#verdict.textContent === '' ? partOf(this, '[data-why]', HTMLElement) : this.#verdict).focus({ preventScroll: true });
  }

  #again(): void {
    const example = partOf(this, 'live-example', LiveExample);
    example.island?.reset();
    this.#showAnswer(false);
    this.#order?.reset();
    this.#form.reset();
    delete this.dataset['right'];
    this.#verdict.textContent = '';
    this.querySelector<HTMLElement>('[data-order] [data-move=down], [data-options] input, [data-seconds]')?.focus();
  }

  #showAnswer(shown: boolean): void {
    this.#fold.open = shown;
    partOf(this, 'live-example', HTMLElement).toggleAttribute('data-sealed', !shown);
    this.toggleAttribute('data-shown', shown);
    if (shown) this.#order?.lock();
    for (const field of this.querySelectorAll<HTMLInputElement>('[data-options] input, [data-seconds]')) field.disabled = shown;
    for (const [index, { labels }] of this.#choices.entries()) {
      const right = this.#answer?.kind === 'choice' && this.#answer.option === index;
      labels?.[0]?.toggleAttribute('data-answer', shown && right);
    }
  }
}

customElements.define('live-predict', LivePredict);
