/** Python source without its comments. Pure; used in the page and in Node. */

/** A string literal, in any of its four quotes, or a comment. A string that is not closed ends with its line, or the file. */
const STRING_OR_COMMENT =
  /"""(?:\\[^]|(?!""")[^\\])*(?:"""|$)|'''(?:\\[^]|(?!''')[^\\])*(?:'''|$)|"(?:\\[^]|[^"\\\n])*"?|'(?:\\[^]|[^'\\\n])*'?|#[^\n]*/g;

/**
 * Takes the comments out and leaves strings as they are, a `#` in them included. A quote of the same kind nested in an
 * f-string is taken for its end; what follows is then read as code, which matters only if it holds a `#`.
 *
 * @example withoutComments("print('#1')  # first") // "print('#1')  "
 */
export function withoutComments(source: string): string {
  return source.replace(STRING_OR_COMMENT, (found) => (found.startsWith('#') ? '' : found));
}
