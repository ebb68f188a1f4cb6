/** What the reader predicted, and whether it is so. Pure; the build writes answers, the page compares. */

/** The right answer, from the recorded run; for a choice, from the page. */
export type Answer =
  | { readonly kind: 'order'; readonly lines: readonly string[] }
  /** Simulated seconds of the run, as recorded. */
  | { readonly kind: 'duration'; readonly seconds: number }
  /** Counted from 0. */
  | { readonly kind: 'choice'; readonly option: number };

export type PredictKind = Answer['kind'];

/** Seconds are asked for to the tenth. */
const DURATION_DIGITS = 1;

/** For each given line null where it is in its place, or the place (from 1) where it belongs. Equal lines are alike. */
export function placesOf(given: readonly string[], lines: readonly string[]): readonly (number | null)[] {
  // The places that are still to be taken, in order.
  const open = lines.map((_, index) => index).filter((index) => given[index] !== lines[index]);
  return given.map((line, index) => {
    if (line === lines[index]) return null;
    const at = open.findIndex((place) => lines[place] === line);
    const [place = index] = at === -1 ? [] : open.splice(at, 1);
    return place + 1;
  });
}

/**
 * Whether a number of seconds is right: it is, or it would be shown so to the tenth.
 *
 * @example durationIsRight(0.4, 0.4004) // true
 * @example durationIsRight(0.45, 0.451) // true
 */
export function durationIsRight(given: number, seconds: number): boolean {
  return toTenth(given) === toTenth(seconds) || given.toFixed(2) === seconds.toFixed(2);
}

/** Seconds as the answer says them. */
export function toTenth(seconds: number): string {
  return seconds.toFixed(DURATION_DIGITS);
}

/** Reads what the build wrote in the page. Null where it is no answer. */
export function parseAnswer(json: string): Answer | null {
  const value: unknown = JSON.parse(json);
  if (typeof value !== 'object' || value === null || !('kind' in value)) return null;
  if (value.kind === 'order' && 'lines' in value && Array.isArray(value.lines)) return { kind: 'order', lines: value.lines.map(String) };
  if (value.kind === 'duration' && 'seconds' in value) return { kind: 'duration', seconds: Number(value.seconds) };
  if (value.kind === 'choice' && 'option' in value) return { kind: 'choice', option: Number(value.option) };
  return null;
}
