/**
 * The transcript: what a run printed and when, as text that a person can read in a diff (`<name>.out` beside examples).
 *
 * One line for each chunk of output: time, mark, text.
 *
 *       0.000 | start
 *       0.100 | \r⠋ thinking\
 *       0.300 ! Traceback (most recent call last):
 *       0.900 = exit 0
 *
 * Time is in simulated seconds with three decimals, right-aligned to seven columns. ` | ` marks stdout, ` ! ` stderr.
 * Backslash and control characters are escaped; other Unicode stands as it is. A chunk that does not end with a newline
 * (a flushed part of a line) ends with a lone backslash. The last line tells how the run ended: `exit`, the status, and
 * the reason in brackets unless it is `finished`.
 *
 * Pure; used by worker, page, build and tests.
 */
import type { EndReason, EventLog } from './events.ts';
import { escapeText, unescapeText } from './transcript-escapes.ts';

export type Stream = 'stdout' | 'stderr';

export interface TranscriptLine {
  /** Simulated seconds, rounded to milliseconds. */
  readonly at: number;
  readonly stream: Stream;
  /** Without the newline that ended it. */
  readonly text: string;
  /** True where no newline ended the chunk: what follows on the stream continues the same line. */
  readonly partial: boolean;
}

export interface TranscriptEnd {
  readonly at: number;
  readonly status: number;
  readonly reason: EndReason;
}

export interface Transcript {
  readonly lines: readonly TranscriptLine[];
  readonly end: TranscriptEnd;
}

const MARKS = { stdout: '|', stderr: '!' } as const satisfies Record<Stream, string>;
const END_MARK = '=';
const TIME_WIDTH = 7;

/** Makes the transcript of a whole run. Throws if the log has no `end` event; see `outputLines` for a run under way. */
export function transcriptOf(log: EventLog): Transcript {
  const last = log.at(-1);
  if (last?.kind !== 'end') throw new Error('This event log has no `end` event as its last; the run is not over.');
  return { lines: outputLines(log), end: { at: milliseconds(last.at), status: last.status, reason: last.reason } };
}

/**
 * The output so far, in chunks. Writes that follow each other on one stream within the same millisecond are joined, so
 * that `print`, which writes a text and its newline one after the other, gives one chunk; a newline always ends one.
 */
export function outputLines(log: EventLog): readonly TranscriptLine[] {
  const lines: TranscriptLine[] = [];
  for (const event of log) {
    if (event.kind !== 'write' || event.text === '') continue;
    const at = milliseconds(event.at);
    const pieces = event.text.split('\n');
    // What stands after the last newline is a part of a line; it is empty where the text ends with a newline.
    const rest = pieces.pop() ?? '';
    for (const text of pieces) append(lines, { at, stream: event.stream, text, partial: false });
    if (rest !== '') append(lines, { at, stream: event.stream, text: rest, partial: true });
  }
  return lines;
}

function append(lines: TranscriptLine[], next: TranscriptLine): void {
  const last = lines.at(-1);
  if (last?.partial === true && last.stream === next.stream && last.at === next.at) {
    lines[lines.length - 1] = { ...next, text: last.text + next.text };
  } else {
    lines.push(next);
  }
}

/** The text of a `.out` file, with a newline at its end. `parseTranscript` reads it back unchanged. */
export function formatTranscript(transcript: Transcript): string {
  const lines = transcript.lines.map(({ at, stream, text, partial }) =>
    row(at, MARKS[stream], escapeText(text) + (partial ? '\\' : '')),
  );
  const { at, status, reason } = transcript.end;
  lines.push(row(at, END_MARK, `exit ${status}${reason === 'finished' ? '' : ` (${reason})`}`));
  return `${lines.join('\n')}\n`;
}

function row(at: number, mark: string, text: string): string {
  // An empty line of output gets no blank at its end: editors and `git diff --check` would fight over it.
  return `${at.toFixed(3).padStart(TIME_WIDTH)} ${mark}${text === '' ? '' : ` ${text}`}`;
}

/** Reads a `.out` file. Throws an Error that names the line and says what is wrong with it. */
export function parseTranscript(text: string): Transcript {
  const rows = text.split('\n');
  if (rows.pop() !== '') throw problem(rows.length + 1, 'the file must end with a newline');
  const lines: TranscriptLine[] = [];
  let latest = 0;
  for (const [index, source] of rows.entries()) {
    const number = index + 1;
    const match = /^ *(\d+\.\d{3}) ([|!=])(?: (.*))?$/su.exec(source);
    if (match === null) throw problem(number, `expected a time, a mark (| ! =) and text, found ${JSON.stringify(source)}`);
    const [, time = '', mark = '', body = ''] = match;
    const at = Number(time);
    if (at < latest) throw problem(number, `time goes back from ${latest.toFixed(3)} to ${time}`);
    latest = at;
    if (mark === END_MARK) {
      if (number !== rows.length) throw problem(number + 1, 'nothing may follow the line that tells the end');
      return { lines, end: { at, ...parseEnd(body, number) } };
    }
    lines.push({ at, stream: mark === MARKS.stdout ? 'stdout' : 'stderr', ...parseChunk(body, number) });
  }
  throw problem(rows.length + 1, 'the last line must tell the end, e.g. `0.900 = exit 0`');
}

function parseChunk(body: string, number: number): Pick<TranscriptLine, 'text' | 'partial'> {
  const backslashes = /\\*$/u.exec(body)?.[0].length ?? 0;
  const partial = backslashes % 2 === 1;
  const text = unescapeText(partial ? body.slice(0, -1) : body);
  if (text === null) throw problem(number, `a control character or an unknown escape in ${JSON.stringify(body)}`);
  return { text, partial };
}

function parseEnd(body: string, number: number): Omit<TranscriptEnd, 'at'> {
  const match = /^exit (-?\d+)(?: \(([a-z]+)\))?$/u.exec(body);
  const reason = match?.[2] ?? 'finished';
  if (match === null || !isEndReason(reason)) {
    throw problem(number, `expected \`exit <status>\` and perhaps \`(<reason>)\`, found ${JSON.stringify(body)}`);
  }
  return { status: Number(match[1]), reason };
}

const END_REASONS: Readonly<Record<EndReason, true>> = {
  finished: true,
  deadlock: true,
  limit: true,
  stopped: true,
  crashed: true,
};

function isEndReason(text: string): text is EndReason {
  return Object.hasOwn(END_REASONS, text);
}

function milliseconds(seconds: number): number {
  return Number(seconds.toFixed(3));
}

function problem(line: number, what: string): Error {
  return new Error(`line ${line} of the transcript: ${what}`);
}
