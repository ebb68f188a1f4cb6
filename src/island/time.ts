/** Simulated seconds as people read them. Pure; used by build and page. */

const DECIMALS = 3;

/**
 * As few decimals as say it to the millisecond.
 *
 * @example formatSeconds(0.9) // '0.9'
 * @example formatSeconds(12.0054) // '12.005'
 * @example formatSeconds(0) // '0'
 */
export function formatSeconds(seconds: number): string {
  return String(Number(seconds.toFixed(DECIMALS)));
}

/**
 * For a column of times in a fixed-width face: one decimal at least, and blanks for those not needed, so that the points
 * stand below each other.
 *
 * @example timeColumn(0.3) // '0.3  '
 * @example timeColumn(1.25) // '1.25 '
 */
export function timeColumn(seconds: number): string {
  const full = seconds.toFixed(DECIMALS);
  const short = full.replace(/0{1,2}$/u, '');
  return short.padEnd(full.length);
}

/** For `data-at`, to the millisecond. */
export function timeAttribute(seconds: number): string {
  return seconds.toFixed(DECIMALS);
}
