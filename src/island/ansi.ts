/**
 * Takes terminal control sequences out of a stream of text. A page is not a terminal: colours and cursor jumps are
 * dropped, and only what spinners and progress bars need is kept.
 *
 * Sequences may be cut anywhere between two writes, so the reader of a stream is an object that remembers.
 */

/**
 * Stands for the sequence that erases from the cursor to the end of the line (`CSI K`). A noncharacter, which Unicode
 * reserves for such internal use: no text has it.
 */
export const ERASE_TO_END = '\uFDD0';
/** Stands for the sequence that erases the whole line and leaves the cursor where it is (`CSI 2 K`). */
export const ERASE_LINE = '\uFDD1';

const ESCAPE = '\x1b';
// CSI (`ESC [ … letter`), OSC (`ESC ] … BEL` or `ESC ] … ESC \`), and the two-character rest. ECMA-48, section 8.3.
const SEQUENCE = /\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[^[\]])/gu;
// Control characters that neither move the cursor within a line nor end it. Tab, newline, return and backspace stay.
const SILENT = /[\x00-\x07\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f]/gu;
/** A sequence that has not ended after so many characters is text that only looks like one. */
const LONGEST_SEQUENCE = 256;

export class AnsiFilter {
  #unfinished = '';

  /** What of `text` is to be shown, with erasures as the two characters above. */
  filter(text: string): string {
    if (this.#unfinished === '' && !text.includes(ESCAPE)) return text.replace(SILENT, '');
    const whole = (this.#unfinished + text).replace(SEQUENCE, substitute);
    const start = whole.indexOf(ESCAPE);
    const cut = start !== -1 && whole.length - start <= LONGEST_SEQUENCE;
    this.#unfinished = cut ? whole.slice(start) : '';
    return (cut ? whole.slice(0, start) : whole.replaceAll(ESCAPE, '')).replace(SILENT, '');
  }
}

function substitute(sequence: string): string {
  if (sequence === '\x1b[K' || sequence === '\x1b[0K') return ERASE_TO_END;
  if (sequence === '\x1b[2K') return ERASE_LINE;
  return '';
}
