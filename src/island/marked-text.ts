/** Marks lines of the highlighted program: the same attributes and badges as the editor has (editor-marks.ts). */
import type { LineMark } from './line-marks.ts';

interface Marked {
  readonly element: HTMLElement;
  readonly key: string;
  readonly badge: HTMLElement | null;
}

export class MarkedText {
  readonly #text: HTMLElement;
  readonly #marked = new Map<number, Marked>();

  constructor(text: HTMLElement) {
    this.#text = text;
  }

  show(marks: readonly LineMark[]): void {
    const wanted = new Map(marks.map((mark) => [mark.line, mark]));
    for (const [line, { element, key, badge }] of this.#marked) {
      if (wanted.get(line)?.key === key && element.isConnected) continue;
      delete element.dataset['here'];
      delete element.dataset['quiet'];
      delete element.dataset['pointed'];
      badge?.remove();
      this.#marked.delete(line);
    }
    for (const mark of marks) if (!this.#marked.has(mark.line)) this.#mark(mark);
  }

  #mark({ line, state, quiet, pointed, key, badge }: LineMark): void {
    const element = this.#text.querySelector<HTMLElement>(`.line[data-line="${line}"]`);
    if (element === null) return;
    if (state !== null) element.dataset['here'] = state;
    if (quiet) element.dataset['quiet'] = '';
    if (pointed) element.dataset['pointed'] = '';
    const drawn = badge?.() ?? null;
    if (drawn !== null) element.append(drawn);
    this.#marked.set(line, { element, key, badge: drawn });
  }
}
