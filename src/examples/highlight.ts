import { createHighlighterCore, type HighlighterCore } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import python from 'shiki/langs/python.mjs';
import { codeTheme, codeTokens, colorOf } from './code-theme.ts';

let shared: Promise<HighlighterCore> | undefined;

function highlighter(): Promise<HighlighterCore> {
  shared ??= createHighlighterCore({ langs: [python], themes: [codeTheme], engine: createJavaScriptRegexEngine() });
  return shared;
}

const classOfColor = new Map<string | undefined, string>(codeTokens.filter((token) => token !== 'ink').map((token) => [colorOf(token), `tok-${token}`]));

/**
 * A Python program as HTML: one `<span class="line" data-line="N">` a line, with the newline between them, and in it
 * `<span class="tok-keyword">` and the like, named as CodeMirror's class highlighter names them. Colours come from
 * src/styles/code.css, so both themes share the markup. Build side.
 */
export async function highlight(source: string): Promise<string> {
  const { tokens } = (await highlighter()).codeToTokens(source.replace(/\n$/, ''), { lang: 'python', theme: codeTheme });
  return tokens
    .map((line, index) => {
      const html = line.map(({ content, color }) => {
        const name = classOfColor.get(color);
        return name === undefined ? escapeHtml(content) : `<span class="${name}">${escapeHtml(content)}</span>`;
      });
      return `<span class="line" data-line="${index + 1}">${html.join('')}</span>`;
    })
    .join('\n');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
