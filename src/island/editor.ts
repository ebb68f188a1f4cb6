/**
 * The editor: CodeMirror with Python, made to look like the highlighted program that it takes the place of. Loaded only
 * when the reader turns to the code; nothing else of the island imports CodeMirror.
 */
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { python } from '@codemirror/lang-python';
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { lineMarks, setMarks } from './editor-marks.ts';
import { codeHighlighter, codeTheme } from './editor-theme.ts';
import type { LineMark } from './line-marks.ts';

export interface EditorOptions {
  /** Accessible name of the textbox. */
  readonly label: string;
  /** Id of the element that describes its keys. */
  readonly describedBy: string;
  /** The reader changed the text, or undid a change. */
  readonly changed: () => void;
  /** The caret went to this line; null: it is not to be seen any more. */
  readonly caretAt: (line: number | null) => void;
}

export interface Editor {
  readonly element: HTMLElement;
  /** As shown, without the last newline. */
  readonly text: string;
  /** A change like any other: it can be undone. */
  replace(text: string): void;
  insert(text: string): void;
  /** In characters (UTF-16) from the start. */
  select(anchor: number, head: number): void;
  focus(): void;
  scrollTo(left: number, top: number): void;
  /** Marks lines, until the next call or until the text is changed. */
  mark(marks: readonly LineMark[]): void;
  /** The number of the line that an element of the editor shows; null if none. */
  lineOf(element: Element): number | null;
}

export function createEditor(text: string, { label, describedBy, changed, caretAt }: EditorOptions): Editor {
  const view = new EditorView({
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        history(),
        indentOnInput(),
        bracketMatching(),
        indentUnit.of('    '),
        python(),
        syntaxHighlighting(codeHighlighter),
        codeTheme,
        lineMarks,
        keymap.of([leaveWithTab, ...defaultKeymap, ...historyKeymap, indentWithTab]),
        EditorView.contentAttributes.of({
          'aria-label': label,
          'aria-describedby': describedBy,
          autocapitalize: 'off',
          autocorrect: 'off',
          spellcheck: 'false',
        }),
        EditorView.updateListener.of((update) => {
          // The keyboard is let out once: who types on, or comes back, has Tab indent again.
          if (update.docChanged || (update.focusChanged && update.view.hasFocus)) update.view.setTabFocusMode(false);
          if (update.docChanged) changed();
          if (update.selectionSet || update.focusChanged) caretAt(update.view.hasFocus ? lineAt(update.state.selection.main.head) : null);
        }),
      ],
    }),
  });
  const lineAt = (position: number) => view.state.doc.lineAt(position).number;
  return {
    element: view.dom,
    get text() {
      return view.state.doc.toString();
    },
    replace(next) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next }, selection: { anchor: 0 } });
    },
    insert(inserted) {
      view.dispatch(view.state.replaceSelection(inserted));
    },
    select(anchor, head) {
      const end = view.state.doc.length;
      view.dispatch({ selection: { anchor: Math.min(anchor, end), head: Math.min(head, end) } });
    },
    focus() {
      view.focus();
    },
    scrollTo(left, top) {
      view.scrollDOM.scrollTo(left, top);
    },
    mark(marks) {
      view.dispatch({ effects: setMarks.of(marks) });
    },
    lineOf(element) {
      const line = element.closest('.cm-line');
      return line === null || !view.contentDOM.contains(line) ? null : lineAt(view.posAtDOM(line));
    },
  };
}

/** Escape frees Tab to leave the editor. CodeMirror would do so for two seconds, which is too short for some hands. */
const leaveWithTab = {
  key: 'Escape',
  run: (view: EditorView) => {
    view.setTabFocusMode(true);
    return false;
  },
};
