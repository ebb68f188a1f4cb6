/**
 * How text stands in a transcript: on one line, every character visible. Escapes are those that Python and JavaScript
 * share: `\\`, `\r`, `\t`, `\x1b` for other control characters, `\u2028` for what would break a line in an editor or
 * cannot be written as UTF-8 (half of a surrogate pair).
 */

const NEEDS_ESCAPE = /[\\\p{Cc}\u2028\u2029]|\p{Cs}/gu;
const SHORT: ReadonlyMap<string, string> = new Map([
  ['\\', '\\\\'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/** @example escapeText('\r\u001b[1m a\\b') === '\\r\\x1b[1m a\\\\b' */
export function escapeText(text: string): string {
  return text.replace(NEEDS_ESCAPE, (character) => {
    const short = SHORT.get(character);
    if (short !== undefined) return short;
    const code = character.charCodeAt(0);
    return code < 0x100 ? `\\x${hex(code, 2)}` : `\\u${hex(code, 4)}`;
  });
}

const ESCAPE = /\\(?:\\|r|t|x([0-9a-f]{2})|u([0-9a-f]{4}))/gu;

/** The inverse of `escapeText`; null where the text holds a control character as such or an escape that is none. */
export function unescapeText(text: string): string | null {
  const plain = text.replace(ESCAPE, '');
  if (/[\\\p{Cc}]/u.test(plain)) return null;
  return text.replace(ESCAPE, (escape, two?: string, four?: string) => {
    const code = two ?? four;
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    return escape === '\\r' ? '\r' : escape === '\\t' ? '\t' : '\\';
  });
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0');
}
