/**
 * The output of a run as lines on a screen: what a terminal would show, with the time of each line. Pure; the page and
 * the build make their output from it, so that a recording and a run look the same.
 *
 * Both streams write to one cursor. `\r` goes back to the start of the line and what follows overwrites it, so spinners
 * turn in place. A program may print a million lines: the first and the last ones are kept and the rest is counted.
 */
import type { Stream, TranscriptLine } from '../log/transcript.ts';
import { AnsiFilter, ERASE_LINE, ERASE_TO_END } from './ansi.ts';

/** `input` is what the reader typed, echoed as a terminal does. */
export type Origin = Stream | 'input';

export interface Segment {
  readonly origin: Origin;
  readonly text: string;
}

export interface OutputLine {
  /** 0, 1, 2 … over the whole output, kept or not. */
  readonly number: number;
  /** Simulated seconds: when the line was begun, or last begun anew after `\r`. */
  at: number;
  segments: Segment[];
  /** Characters left out because the line is too long to show. */
  omittedCharacters: number;
  /** Goes up with each change of the line. */
  revision: number;
}

/** Enough to read back at length. The last ones are drawn anew again and again while a program floods the page. */
const KEPT_AT_START = 1000;
const KEPT_AT_END = 500;
/** Longer than any line that somebody reads. */
const LONGEST_LINE = 4000;

const CURSOR_MOVES = new RegExp(`([\\n\\r\\b${ERASE_TO_END}${ERASE_LINE}])`, 'u');

export class OutputBuffer {
  readonly #first: OutputLine[] = [];
  readonly #last: OutputLine[] = [];
  readonly #filters: Record<Origin, AnsiFilter> = {
    stdout: new AnsiFilter(),
    stderr: new AnsiFilter(),
    input: new AnsiFilter(),
  };
  #count = 0;
  #current: OutputLine | null = null;
  /** In characters (code points) from the start of the current line. */
  #column = 0;
  /** Characters on the current line. */
  #length = 0;

  /** How many lines there are, kept or not. */
  get count(): number {
    return this.#count;
  }

  /** How many lines between the first and the last ones are not kept. */
  get omittedLines(): number {
    return this.#count - this.#first.length - this.#last.length;
  }

  /** The lines before the gap; all of them as long as nothing is left out. */
  get first(): readonly OutputLine[] {
    return this.#first;
  }

  /** The lines after the first ones (and after the gap, if there is one), in order. */
  get last(): readonly OutputLine[] {
    return this.#last;
  }

  write(at: number, origin: Origin, text: string): void {
    // `print` writes the newline by itself, so this is half of all writes.
    if (text === '\n') return this.#newLine(at);
    for (const piece of this.#filters[origin].filter(text).split(CURSOR_MOVES)) {
      if (piece === '') continue;
      else if (piece === '\n') this.#newLine(at);
      else if (piece === '\r') this.#column = 0;
      else if (piece === '\b') this.#column = Math.max(0, this.#column - 1);
      else if (piece === ERASE_TO_END) this.#erase(this.#column);
      else if (piece === ERASE_LINE) this.#erase(0);
      else this.#put(at, origin, piece);
    }
  }

  /** So many lines were printed that nobody has kept; the first of them goes on where the output stands. */
  omit(lines: number): void {
    if (lines === 0) return;
    this.#count += this.#current === null ? lines : lines - 1;
    this.#current = null;
    this.#column = 0;
    this.#last.length = 0;
  }

  #newLine(at: number): void {
    // An empty line is a line too.
    if (this.#current === null) this.#begin(at);
    this.#current = null;
    this.#column = 0;
  }

  #begin(at: number): OutputLine {
    const line = { number: this.#count, at, segments: [], omittedCharacters: 0, revision: 0 };
    const isFirst = this.#count < KEPT_AT_START && this.#count === this.#first.length;
    (isFirst ? this.#first : this.#last).push(line);
    if (this.#last.length > KEPT_AT_END) this.#last.shift();
    this.#count += 1;
    this.#current = line;
    this.#length = 0;
    return line;
  }

  #put(at: number, origin: Origin, text: string): void {
    const line = this.#current ?? this.#begin(at);
    // A rewritten line is as old as what it says now.
    if (this.#column === 0) line.at = at;
    const end = this.#column + lengthOf(text);
    const room = Math.max(0, LONGEST_LINE - this.#column);
    const kept = { origin, text: end > LONGEST_LINE ? [...text].slice(0, room).join('') : text };
    if (this.#column === this.#length) {
      append(line.segments, kept);
    } else {
      const before = cut(line.segments, 0, this.#column);
      const after = cut(line.segments, end, Infinity);
      line.segments = [];
      for (const segment of [...before, kept, ...after]) append(line.segments, segment);
    }
    line.revision += 1;
    this.#column = end;
    this.#length = Math.max(this.#length, end);
    line.omittedCharacters = Math.max(0, this.#length - LONGEST_LINE);
  }

  #erase(from: number): void {
    const line = this.#current;
    if (line === null || from >= this.#length) return;
    line.segments = cut(line.segments, 0, from);
    // A terminal leaves blanks before a cursor that stays where it was.
    if (from < this.#column) append(line.segments, { origin: 'stdout', text: ' '.repeat(this.#column - from) });
    this.#length = this.#column;
    line.omittedCharacters = 0;
    line.revision += 1;
  }
}

/** Output as the recording has it, put through the same buffer as that of a run. */
export function bufferOf(lines: readonly TranscriptLine[]): OutputBuffer {
  const buffer = new OutputBuffer();
  for (const { at, stream, text, partial } of lines) buffer.write(at, stream, partial ? text : `${text}\n`);
  return buffer;
}

/** The text of a line as it is shown, without times and marks. */
export function textOf(line: OutputLine): string {
  return line.segments.map(({ text }) => text).join('');
}

function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

function cut(segments: readonly Segment[], from: number, to: number): Segment[] {
  const kept: Segment[] = [];
  let start = 0;
  for (const { origin, text } of segments) {
    const characters = [...text];
    const part = characters.slice(Math.max(0, from - start), Math.max(0, to - start)).join('');
    if (part !== '') kept.push({ origin, text: part });
    start += characters.length;
  }
  return kept;
}

function append(segments: Segment[], segment: Segment): void {
  const last = segments.at(-1);
  if (last?.origin !== segment.origin) segments.push(segment);
  else segments[segments.length - 1] = { ...last, text: last.text + segment.text };
}
