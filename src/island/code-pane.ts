/**
 * The program in the page: highlighted text at first, an editor from the moment the reader turns to it. To everybody else
 * it is one thing with a text; to assistive technology it is a textbox named `Code` all along.
 */
import type { Editor, createEditor } from './editor.ts';
import type { LineMark } from './line-marks.ts';
import { MarkedText } from './marked-text.ts';
import { asFile, asShown } from './program-text.ts';

export interface CodePaneOptions {
  /** The highlighted program, a focusable `<pre>`. */
  readonly text: HTMLElement;
  readonly label: string;
  /** Says which keys lead out of the editor. */
  readonly help: HTMLElement;
  /** The program changed. */
  readonly changed: () => void;
  /** The editor could not be loaded. */
  readonly broke: () => void;
  /** The reader is at this line, with the pointer or the caret; null: no longer. */
  readonly atLine: (line: number | null) => void;
}

export class CodePane {
  /** The program that the page came with. */
  readonly original: string;
  readonly #options: CodePaneOptions;
  /** As a file; the truth until there is an editor. */
  #source: string;
  #editor: Editor | null = null;
  #create: Promise<typeof createEditor | null> | null = null;
  /** What the reader typed while the editor was on its way. */
  #typed = '';
  readonly #marked: MarkedText;
  #marks: readonly LineMark[] = [];

  constructor(options: CodePaneOptions) {
    this.#options = options;
    this.original = asFile(options.text.textContent);
    this.#source = this.original;
    this.#marked = new MarkedText(options.text);
  }

  /** Makes the highlighted program the textbox that it looks like. */
  wake(signal: AbortSignal): void {
    const { text, help } = this.#options;
    text.setAttribute('role', 'textbox');
    text.setAttribute('aria-multiline', 'true');
    text.setAttribute('aria-describedby', help.id);
    // Came with Tab, or wants to leave with it. For good: what comes and goes would push the buttons below from under a pointer.
    help.parentElement?.addEventListener('keyup', ({ key }) => key === 'Tab' && (help.hidden = false), { signal });
    // A click, not a press: a reader who drags to select text, or scrolls by touch, is left alone until they let go.
    let pressed = false;
    text.addEventListener('pointerdown', () => ((pressed = true), void this.#load()), { signal });
    text.addEventListener('pointercancel', () => (pressed = false), { signal });
    text.addEventListener('click', () => ((pressed = false), void this.edit()), { signal });
    text.addEventListener('focus', () => pressed || void this.edit(), { signal });
    text.addEventListener('keydown', (event) => this.#type(event), { signal });
  }

  /** Says from now on at which line the reader is. Works for a program that cannot be run, too. */
  watchLines(signal: AbortSignal): void {
    const { text, atLine } = this.#options;
    // The editor will stand here as well.
    const place = text.parentElement ?? text;
    let at: number | null = null;
    const goTo = (line: number | null) => {
      if (line !== at) atLine((at = line));
    };
    place.addEventListener('pointermove', ({ target }) => goTo(target instanceof Element ? this.#lineOf(target) : null), { signal });
    place.addEventListener('pointerleave', () => goTo(null), { signal });
  }

  /** Marks lines, until the next call. */
  mark(marks: readonly LineMark[]): void {
    this.#marks = marks;
    if (this.#editor === null) this.#marked.show(marks);
    else this.#editor.mark(marks);
  }

  #lineOf(element: Element): number | null {
    if (this.#editor !== null) return this.#editor.lineOf(element);
    const line = element.closest<HTMLElement>('.line')?.dataset['line'];
    return line === undefined ? null : Number(line);
  }

  get source(): string {
    return this.#editor === null ? this.#source : asFile(this.#editor.text);
  }

  /** Puts another program in place, in a way that can be undone in the editor. */
  replace(source: string): void {
    if (source === this.source) return;
    this.#source = source;
    if (this.#editor === null) {
      this.#options.text.replaceChildren(...plainLines(asShown(source)));
      void this.edit();
    } else {
      this.#editor.replace(asShown(source));
    }
  }

  /** Selects the whole program, for a reader who has to copy it by hand. */
  async selectAll(): Promise<void> {
    await this.edit();
    if (this.#editor === null) return;
    this.#editor.select(0, this.#editor.text.length);
    this.#editor.focus();
  }

  /** Puts the editor in place of the highlighted program, keeping scroll, caret, selection and focus. */
  async edit(): Promise<void> {
    const create = await this.#load();
    if (create === null || this.#editor !== null) return;
    const { text, label, help, changed, atLine } = this.#options;
    const { scrollLeft, scrollTop } = text;
    const hadFocus = text.contains(document.activeElement);
    const selection = selectionIn(text);
    const editor = create(asShown(this.#source), { label, describedBy: help.id, changed, caretAt: atLine });
    this.#editor = editor;
    text.replaceWith(editor.element);
    editor.scrollTo(scrollLeft, scrollTop);
    editor.mark(this.#marks);
    if (selection !== null) editor.select(...selection);
    if (this.#typed !== '') editor.insert(this.#typed);
    if (hadFocus) editor.focus();
  }

  #load(): Promise<typeof createEditor | null> {
    this.#create ??= import('./editor.ts').then(
      (module) => module.createEditor,
      () => {
        this.#create = null;
        this.#options.broke();
        return null;
      },
    );
    return this.#create;
  }

  #type(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const typed = event.key === 'Enter' ? '\n' : event.key;
    if (typed.length !== 1) return;
    event.preventDefault();
    this.#typed += typed;
    void this.edit();
  }
}

/** The lines of `text` in the markup of highlight.ts, without its colours. */
function plainLines(text: string): (Node | string)[] {
  const code = document.createElement('code');
  for (const [index, line] of text.split('\n').entries()) {
    const element = document.createElement('span');
    element.className = 'line';
    element.dataset['line'] = String(index + 1);
    element.textContent = line;
    code.append(index === 0 ? '' : '\n', element);
  }
  return [code];
}

/** Where the selection or the caret stands in the text of `element`, as offsets; null if it is elsewhere. */
function selectionIn(element: HTMLElement): [anchor: number, head: number] | null {
  const selection = getSelection();
  if (selection === null || !element.contains(selection.anchorNode) || !element.contains(selection.focusNode)) return null;
  const offset = (node: Node | null, within: number) => {
    if (node === null) return 0;
    const range = document.createRange();
    range.setStart(element, 0);
    range.setEnd(node, within);
    return range.toString().length;
  };
  return [offset(selection.anchorNode, selection.anchorOffset), offset(selection.focusNode, selection.focusOffset)];
}
