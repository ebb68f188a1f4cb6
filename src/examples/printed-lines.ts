import type { Transcript } from '../log/transcript.ts';

/** What a run printed, in whole lines, whichever stream they went to; without those that are blank. Pure. */
export function printedLines({ lines }: Transcript): readonly string[] {
  return lines
    .map(({ text, partial }) => (partial ? text : `${text}\n`))
    .join('')
    .split('\n')
    .filter((line) => line.trim() !== '');
}
