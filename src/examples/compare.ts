/** Compares runs of an example: with its recording to the letter, with native Python by text and duration. Pure. */
import { createTwoFilesPatch } from 'diff';
import type { Stream, Transcript } from '../log/transcript.ts';
import { formatTranscript } from '../log/transcript.ts';

/** How far native Python's duration may be from the recorded one: starting an interpreter and a busy machine take time. */
const NATIVE_DURATION_TOLERANCE_SECONDS = 0.3;

/** The differences of two texts as a reader of diffs expects them, or null where there are none. */
export function difference(expected: string, actual: string, names: readonly [string, string]): string | null {
  if (expected === actual) return null;
  return createTwoFilesPatch(names[0], names[1], expected, actual, undefined, undefined, { context: 3 })
    .split('\n')
    .slice(1)
    .join('\n');
}

/** How a run differs from the recording in text or time, or null. */
export function differenceFromRecording(recorded: Transcript, now: Transcript): string | null {
  return difference(formatTranscript(recorded), formatTranscript(now), ['recorded', 'this runtime, now']);
}

/** Whether two runs print the same and end the same, whenever. */
export function sayTheSame(one: Transcript, other: Transcript): boolean {
  return formatTranscript(withoutTimes(one)) === formatTranscript(withoutTimes(other));
}

/** For runs whose times are the machine's: the same run with all times 0. */
export function withoutTimes({ lines, end }: Transcript): Transcript {
  return { lines: lines.map((line) => ({ ...line, at: 0 })), end: { ...end, at: 0 } };
}

/**
 * How native Python differs from the recording, or null: each stream's text to the letter, the status, and where work is
 * free the duration. The order between the streams is not compared: natively they are two pipes.
 */
export function differenceFromNative(recorded: Transcript, native: Transcript, compareDuration: boolean): string | null {
  for (const stream of ['stdout', 'stderr'] as const) {
    const found = difference(
      withoutPlaces(textOf(recorded, stream)),
      withoutPlaces(textOf(native, stream)),
      [`recorded ${stream}`, `native ${stream}`],
    );
    if (found !== null) return found;
  }
  if (recorded.end.status !== native.end.status) return `recorded exit ${recorded.end.status}, native exit ${native.end.status}`;
  const apart = Math.abs(recorded.end.at - native.end.at);
  if (compareDuration && apart > NATIVE_DURATION_TOLERANCE_SECONDS) {
    return `recorded ${recorded.end.at.toFixed(3)} s, native ${native.end.at.toFixed(3)} s: ${apart.toFixed(3)} s apart`;
  }
  return null;
}

function textOf(transcript: Transcript, stream: Stream): string {
  return transcript.lines
    .filter((line) => line.stream === stream)
    .map((line) => (line.partial ? line.text : `${line.text}\n`))
    .join('');
}

/**
 * Takes out what differs between two installations of the same CPython: where the standard library lies, and its line
 * numbers and lines, which move from one 3.14.x to the next.
 */
function withoutPlaces(text: string): string {
  return text
    .replace(/File "[^"\n]*\/(?:python3\.14|python314\.zip)\/([^"\n]+)", line \d+/g, 'File "<stdlib>/$1", line N')
    .replace(/^( *File "<stdlib>[^\n]*\n)(?: {4,}[^\n]*\n)*/gm, '$1')
    .replace(/[^\s"']*\/(?:python3\.14|python314\.zip)\/([^\s"':]+):\d+/g, '<stdlib>/$1:N');
}
