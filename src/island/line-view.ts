/**
 * One line of output as the page shows it. The build makes recorded lines of it (OutputLines.astro) and the page those of
 * a run (output.ts), so they differ in nothing.
 */
import type { OutputLine, Segment } from './output-buffer.ts';
import { timeAttribute, timeColumn } from './time.ts';

export interface LineView {
  /** Simulated seconds with three decimals, for `data-at`. */
  readonly at: string;
  /** What stands in the column of times. */
  readonly time: string;
  /** The same time as the line before: its figure steps back. */
  readonly sameTime: boolean;
  /** Any of it was written to stderr. */
  readonly stderr: boolean;
  readonly segments: readonly Segment[];
  readonly omittedCharacters: number;
}

export function lineView(line: OutputLine, before: OutputLine | undefined): LineView {
  const time = timeColumn(line.at);
  return {
    at: timeAttribute(line.at),
    time,
    sameTime: before !== undefined && timeColumn(before.at) === time,
    stderr: line.segments.some(({ origin }) => origin === 'stderr'),
    segments: line.segments,
    omittedCharacters: line.omittedCharacters,
  };
}
