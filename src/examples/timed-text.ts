/** Makes a transcript from texts and their times, for runs that have no event log. Pure. */
import { type Stream, type Transcript, type TranscriptEnd, transcriptOf } from '../log/transcript.ts';

export interface TimedText {
  /** Seconds since the start. */
  readonly at: number;
  readonly stream: Stream;
  readonly text: string;
}

export function transcriptOfTexts(texts: readonly TimedText[], end: TranscriptEnd): Transcript {
  return transcriptOf([
    ...texts.map(({ at, stream, text }, seq) => ({ kind: 'write', seq, at, stream, text, thread: 1 }) as const),
    { kind: 'end', seq: texts.length, ...end },
  ]);
}
