/**
 * Keeps a flood of output from filling the memory: a program that prints a million lines, or without end, has all of its
 * first output in the log, and of the rest the last lines of each moment and a count of those between. Worker side.
 */
import type { Place, Wrote } from '../log/events.ts';

/** So much is logged as it is written, more than anybody reads. */
const FREE_WRITES = 20_000;
const FREE_CHARACTERS = 20_000_000;
/** Of a flood, so often one event is made (real time), and at once when so much has come together. */
const PAUSE_REAL_MS = 100;
const MOST_CHARACTERS = 1_000_000;
/** What is left of it: as many lines as a page shows at the end of its output, of a length that somebody could read. */
const KEPT_LINES = 500;
const KEPT_CHARACTERS = 100_000;
const LONGEST_LINE = 4000;

export type FoldedWrite = Omit<Wrote, 'seq'>;

export class OutputFold {
  readonly #log: (write: FoldedWrite) => void;
  readonly #realMs: () => number;
  #texts: string[] = [];
  #characters = 0;
  /** The latest write, without its text. */
  #latest: Omit<FoldedWrite, 'text'> | null = null;
  #loggedAtMs = 0;
  #writes = 0;
  #written = 0;

  /** @param realMs a real clock, in milliseconds. */
  constructor(log: (write: FoldedWrite) => void, realMs: () => number) {
    this.#log = log;
    this.#realMs = realMs;
  }

  /** How many writes there were. */
  get writes(): number {
    return this.#writes;
  }

  /** @param at in simulated seconds. */
  write(at: number, stream: Wrote['stream'], text: string, place: Place): void {
    if (stream !== this.#latest?.stream) this.flush();
    const free = this.#writes < FREE_WRITES && this.#written < FREE_CHARACTERS;
    this.#writes += 1;
    this.#written += text.length;
    const latest = { kind: 'write', at, stream, ...place } as const;
    if (free) return this.#log({ ...latest, text });
    this.#latest = latest;
    this.#texts.push(text);
    this.#characters += text.length;
    if (this.#characters >= MOST_CHARACTERS || this.#realMs() - this.#loggedAtMs >= PAUSE_REAL_MS) this.flush();
  }

  /** Logs what is held back. To be called before any other event is logged. */
  flush(): void {
    if (this.#latest === null) return;
    const { kept, omittedLines } = lastLines(this.#texts.join(''));
    this.#log({ ...this.#latest, text: kept, ...(omittedLines > 0 && { omittedLines }) });
    this.#latest = null;
    this.#texts = [];
    this.#characters = 0;
    this.#loggedAtMs = this.#realMs();
  }
}

/** The end of a text, and how many of its lines were before that. */
export function lastLines(text: string): { readonly kept: string; readonly omittedLines: number } {
  const lines = text.split('\n');
  const kept: string[] = [];
  let characters = 0;
  // The last of them is not a line yet, or empty.
  while (lines.length > 0 && kept.length <= KEPT_LINES && characters < KEPT_CHARACTERS) {
    const line = shortened(lines.pop() ?? '');
    kept.unshift(line);
    characters += line.length;
  }
  return { kept: kept.join('\n'), omittedLines: lines.length };
}

function shortened(line: string): string {
  if (line.length <= LONGEST_LINE) return line;
  // What was before a carriage return has been overwritten.
  const seen = line.slice(line.lastIndexOf('\r') + 1);
  return seen.length <= LONGEST_LINE ? `\r${seen}` : `${seen.slice(0, LONGEST_LINE)} […]`;
}
