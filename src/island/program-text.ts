/**
 * Programs as text. Shown, a program has no newline after its last line, for that would be one line more; run, kept and
 * shared, it has one, as files do. Pure.
 */

/**
 * @example asFile('print(1)') // 'print(1)\n'
 * @example asFile('') // ''
 */
export function asFile(shown: string): string {
  return shown === '' ? '' : `${shown}\n`;
}

/** @example asShown('print(1)\n') // 'print(1)' */
export function asShown(file: string): string {
  return file.replaceAll(/\r\n?/gu, '\n').replace(/\n$/u, '');
}
