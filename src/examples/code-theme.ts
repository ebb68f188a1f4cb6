import type { ThemeRegistrationRaw } from 'shiki';

/**
 * How code is coloured: few colours, named by what they mean, with their values in src/styles/tokens.css for both
 * themes. Variables and operators stay in the ink of the text, so that keywords (where a coroutine may pause) stand out.
 */
const rules = [
  { token: 'comment', scopes: ['comment', 'punctuation.definition.comment'] },
  { token: 'string', scopes: ['string', 'punctuation.definition.string', 'storage.type.string'] },
  {
    token: 'keyword',
    scopes: ['keyword.control', 'keyword.operator.logical', 'storage.type.function', 'storage.type.class', 'storage.modifier'],
  },
  { token: 'number', scopes: ['constant.numeric'] },
  { token: 'constant', scopes: ['constant.language', 'constant.character', 'entity.name.function.decorator'] },
  { token: 'function', scopes: ['entity.name.function', 'entity.name.type.class', 'meta.definition entity.name'] },
  { token: 'punctuation', scopes: ['punctuation'] },
  // What stands between the braces of an f-string is code again.
  { token: 'ink', scopes: ['meta.fstring.python meta.embedded', 'source.python meta.function-call.arguments.python'] },
] as const;

export type CodeToken = (typeof rules)[number]['token'];

export const colorOf = (token: CodeToken): string => `var(--code-${token})`;

export const codeTokens: readonly CodeToken[] = rules.map(({ token }) => token);

export const codeTheme: ThemeRegistrationRaw = {
  name: 'asyncio-live',
  // Only names the theme's kind; the colours themselves follow the page's theme.
  type: 'light',
  colors: { 'editor.foreground': colorOf('ink'), 'editor.background': 'transparent' },
  settings: rules.map(({ token, scopes }) => ({ scope: [...scopes], settings: { foreground: colorOf(token) } })),
};
