/** Marks lines of the program in the editor: the same attributes and badges as the highlighted program has (marked-text.ts). */
import { type Range, StateEffect, StateField, type Text } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';
import type { LineMark } from './line-marks.ts';

/** Puts these marks in place of those before. A change of the program takes all away. */
export const setMarks = StateEffect.define<readonly LineMark[]>();

export const lineMarks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    const set = transaction.effects.findLast((effect) => effect.is(setMarks));
    if (set !== undefined) return decorations(set.value, transaction.newDoc);
    return transaction.docChanged ? Decoration.none : marks;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function decorations(marks: readonly LineMark[], text: Text): DecorationSet {
  const ranges: Range<Decoration>[] = [];
  for (const { line, state, quiet, pointed, key, badge } of marks) {
    if (line > text.lines) continue;
    const { from, to } = text.line(line);
    const attributes: Record<string, string> = {
      ...(state === null ? {} : { 'data-here': state }),
      ...(quiet ? { 'data-quiet': '' } : {}),
      ...(pointed ? { 'data-pointed': '' } : {}),
    };
    ranges.push(Decoration.line({ attributes }).range(from));
    if (badge !== null) ranges.push(Decoration.widget({ widget: new Badge(key, badge), side: 1 }).range(to));
  }
  return Decoration.set(ranges, true);
}

class Badge extends WidgetType {
  readonly #key: string;
  readonly #draw: () => HTMLElement;

  constructor(key: string, draw: () => HTMLElement) {
    super();
    this.#key = key;
    this.#draw = draw;
  }

  override eq(other: Badge): boolean {
    return other.#key === this.#key;
  }

  override toDOM(): HTMLElement {
    return this.#draw();
  }
}
