/**
 * A list whose lines the reader puts in order: with the two buttons of each line, or by dragging it. Each way says where
 * the line is now, so that both work without seeing the list.
 */
import type { ExerciseWords } from '../i18n/exercise.ts';

export class OrderList {
  readonly #list: HTMLElement;
  readonly #status: HTMLElement;
  readonly #words: ExerciseWords;
  readonly #initial: readonly HTMLElement[];

  /** `status` is a live region of its own. */
  constructor(list: HTMLElement, status: HTMLElement, words: ExerciseWords, signal: AbortSignal) {
    this.#list = list;
    this.#status = status;
    this.#words = words;
    this.#initial = this.#items();
    list.addEventListener('click', (event) => this.#clicked(event), { signal });
    list.addEventListener('pointerdown', (event) => this.#grabbed(event, signal), { signal });
    this.#showEnds();
  }

  /** The lines as they stand now. */
  get lines(): readonly string[] {
    return this.#items().map(textOf);
  }

  /** The answer is out: the lines stay where they are. */
  lock(): void {
    this.#list.toggleAttribute('data-locked', true);
  }

  /** Says at each line whether it is in its place; `places` as `placesOf` gives them. */
  judge(places: readonly (number | null)[]): void {
    for (const [index, item] of this.#items().entries()) {
      const place = places[index] ?? null;
      item.dataset['right'] = place === null ? 'yes' : 'no';
      const note = item.querySelector('[data-place]');
      if (note !== null) note.textContent = place === null ? this.#words.rightPlace : this.#words.otherPlace(place);
    }
  }

  reset(): void {
    this.#list.removeAttribute('data-locked');
    this.#list.append(...this.#initial);
    for (const item of this.#initial) {
      delete item.dataset['right'];
      item.querySelector('[data-place]')?.replaceChildren();
    }
    this.#status.textContent = '';
    this.#showEnds();
  }

  get #locked(): boolean {
    return this.#list.hasAttribute('data-locked');
  }

  #items(): HTMLElement[] {
    return [...this.#list.children].filter((child) => child instanceof HTMLElement);
  }

  #clicked(event: Event): void {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-move]') : null;
    const item = button?.closest('li');
    if (this.#locked || button === null || item === null || item === undefined) return;
    const neighbour = button.dataset['move'] === 'up' ? item.previousElementSibling : item.nextElementSibling;
    if (neighbour === null) return;
    // The neighbour moves, not the line: what has the focus, or the pointer, stays in the page.
    if (button.dataset['move'] === 'up') item.after(neighbour);
    else item.before(neighbour);
    this.#moved(item);
  }

  #grabbed(event: PointerEvent, signal: AbortSignal): void {
    const grip = event.target instanceof Element ? event.target : null;
    const item = grip?.closest('li') ?? null;
    // A finger on the text scrolls the page; on the grip it drags. A mouse drags anywhere but on the buttons.
    const drags = event.pointerType === 'mouse' ? grip?.closest('button') === null : grip?.closest('[data-grip]') !== null;
    if (this.#locked || item === null || !drags || event.button !== 0) return;
    event.preventDefault();
    const ended = new AbortController();
    const signals = AbortSignal.any([signal, ended.signal]);
    item.toggleAttribute('data-dragged', true);
    this.#list.setPointerCapture(event.pointerId);
    const drop = () => {
      ended.abort();
      item.removeAttribute('data-dragged');
    };
    this.#list.addEventListener('pointermove', (move) => this.#dragged(item, move.clientY), { signal: signals });
    for (const end of ['pointerup', 'pointercancel', 'lostpointercapture']) this.#list.addEventListener(end, drop, { signal: signals });
  }

  #dragged(item: HTMLElement, y: number): void {
    const before = item.previousElementSibling;
    const after = item.nextElementSibling;
    if (before !== null && y < middleOf(before)) item.after(before);
    else if (after !== null && y > middleOf(after)) item.before(after);
    else return;
    this.#moved(item);
  }

  #moved(item: HTMLElement): void {
    const items = this.#items();
    this.#status.textContent = this.#words.moved(textOf(item), items.indexOf(item) + 1, items.length);
    this.#showEnds();
  }

  /** The first line cannot go up, nor the last one down. Not `disabled`: that would take the focus away. */
  #showEnds(): void {
    const items = this.#items();
    for (const item of items) {
      item.querySelector('[data-move=up]')?.setAttribute('aria-disabled', String(item === items[0]));
      item.querySelector('[data-move=down]')?.setAttribute('aria-disabled', String(item === items.at(-1)));
    }
  }
}

function textOf(item: Element): string {
  return item.querySelector('[data-line]')?.textContent ?? '';
}

function middleOf(element: Element): number {
  const { top, height } = element.getBoundingClientRect();
  return top + height / 2;
}
