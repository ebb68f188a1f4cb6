/**
 * The time zone of the machine. Worker side.
 *
 * Emscripten converts times by JavaScript's `Date`, which knows the zone; but what the zone is called and how far it is from
 * UTC, C code asks once, so a snapshot remembers the machine on which it was made.
 */
import type { PyodideAPI } from 'pyodide';
import { wasmModule } from './wasm-module.ts';

/** Between them these know what people call their zones; elsewhere the name is an offset, and Emscripten's is as good. */
const LOCALES = ['en-US', 'en-GB', 'en-AU'];
const LETTERS = /^[A-Z]{3,5}$/;
const POINTER_BYTES = 4;
const [JANUARY, JULY] = [0, 6];

/** What people call the machine's zone: its standard time and its summer time. Null where nobody here knows. */
export type ZoneNames = readonly (string | null)[];

/** To be asked while something else is waited for: a browser takes its time over it. */
export function zoneNames(): ZoneNames {
  const year = new Date().getFullYear();
  const months = [JANUARY, JULY].map((month) => new Date(year, month, 1));
  // Where summer is in January, the standard name is July's.
  months.sort((a, b) => b.getTimezoneOffset() - a.getTimezoneOffset());
  return months.map(nameAt);
}

/** Tells C code the zone. Python's `time` must look again after it (`_live/zone.py`). */
export function setZone(pyodide: PyodideAPI, names: ZoneNames): void {
  const module = wasmModule(pyodide);
  const memory = new DataView(module.HEAPU8.buffer);
  const [first, second] = [0, 1].map((index) => memory.getUint32(module._tzname + index * POINTER_BYTES, true));
  if (first === undefined || second === undefined) return;
  module.__tzset_js(module._timezone, module._daylight, first, second);
  for (const [index, address] of [first, second].entries()) {
    const name = names[index] ?? null;
    if (name !== null) module.HEAPU8.set(new TextEncoder().encode(`${name}\0`), address);
  }
}

function nameAt(date: Date): string | null {
  for (const locale of LOCALES) {
    const parts = new Intl.DateTimeFormat(locale, { timeZoneName: 'short' }).formatToParts(date);
    const name = parts.find(({ type }) => type === 'timeZoneName')?.value;
    if (name !== undefined && LETTERS.test(name)) return name;
  }
  return null;
}
