/** Marks lines of the program in the editor: the same attributes and badges as the highlighted program has (marked-text.ts). */
import { type Range, RangeSet, StateEffect, StateField, type Text } from '@codemirror/state';
import { Decoration, EditorView, GutterMarker, type DecorationSet, WidgetType, gutterLineClass } from '@codemirror/view';
import type { LineMark } from './line-marks.ts';

/** Puts these marks in place of those before. A change of the program takes all away. */
export const setMarks = StateEffect.define<readonly LineMark[]>();

interface Marked {
  readonly lines: DecorationSet;
  readonly numbers: RangeSet<GutterMarker>;
}

const NOTHING: Marked = { lines: Decoration.none, numbers: RangeSet.empty };

export const lineMarks = StateField.define<Marked>({
  create: () => NOTHING,
  update(marked, transaction) {
    const set = transaction.effects.findLast((effect) => effect.is(setMarks));
    if (set !== undefined) return { lines: decorations(set.value, transaction.newDoc), numbers: numbers(set.value, transaction.newDoc) };
    return transaction.docChanged ? NOTHING : marked;
  },
  provide: (field) => [
    EditorView.decorations.from(field, ({ lines }) => lines),
    gutterLineClass.from(field, (marked) => marked.numbers),
  ],
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

/** The number of a line is part of the line: it has the edge that says the state. */
function numbers(marks: readonly LineMark[], text: Text): RangeSet<GutterMarker> {
  const ranges = marks.flatMap(({ line, state, quiet }) => (state === null || quiet || line > text.lines ? [] : [new NumberMark(state).range(text.line(line).from)]));
  return RangeSet.of(ranges, true);
}

class NumberMark extends GutterMarker {
  override readonly elementClass: string;

  constructor(state: string) {
    super();
    this.elementClass = `here-${state}`;
  }

  override eq(other: NumberMark): boolean {
    return other.elementClass === this.elementClass;
  }
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
