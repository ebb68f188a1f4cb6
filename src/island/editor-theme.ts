/** How CodeMirror looks: as the highlighted program does, whose colours and measures are in src/styles and island.css. */
import { EditorView } from '@codemirror/view';
import { tagHighlighter, tags } from '@lezer/highlight';

/** The classes of src/examples/highlight.ts. */
export const codeHighlighter = tagHighlighter([
  { tag: tags.comment, class: 'tok-comment' },
  { tag: [tags.string, tags.special(tags.string)], class: 'tok-string' },
  {
    tag: [tags.keyword, tags.modifier, tags.controlKeyword, tags.definitionKeyword, tags.moduleKeyword, tags.operatorKeyword],
    class: 'tok-keyword',
  },
  { tag: tags.number, class: 'tok-number' },
  { tag: [tags.bool, tags.null, tags.escape, tags.meta], class: 'tok-constant' },
  { tag: [tags.function(tags.definition(tags.variableName)), tags.definition(tags.className)], class: 'tok-function' },
  { tag: [tags.punctuation, tags.paren, tags.squareBracket, tags.brace, tags.separator], class: 'tok-punctuation' },
]);

export const codeTheme = EditorView.theme({
  '&': { color: 'var(--code-ink)', backgroundColor: 'transparent', fontSize: 'inherit' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'inherit', lineHeight: 'inherit', overflow: 'auto' },
  '.cm-content': { padding: 'var(--island-pad) 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 var(--island-pad) 0 0' },
  '.cm-gutters': { backgroundColor: 'var(--island-paper)', color: 'var(--island-number)', border: 'none' },
  '.cm-lineNumbers .cm-gutterElement': {
    boxSizing: 'border-box',
    width: 'var(--island-gutter)',
    minWidth: 'var(--island-gutter)',
    padding: '0 var(--island-gutter-gap) 0 0',
  },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'transparent', outline: '1px solid var(--rule-strong)' },
  '&.cm-focused .cm-nonmatchingBracket': { backgroundColor: 'transparent' },
});
