/**
 * Programs as text. Shown, a program has no newline after its last line, for that would be one line more; run, kept and
 * shared, it has one, as files do. Pure.
 */

/** @example asFile('print(1)') // 'print(1)\n' */
export function asFile(shown: string): string {
  const text = shown.replaceAll(/\r\n?/gu, '\n');
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

/** @example asShown('print(1)\n') // 'print(1)' */
export function asShown(file: string): string {
  return file.replace(/\n$/u, '');
}
