import type { PyodideAPI } from 'pyodide';
import { afterEach, expect, test } from 'vitest';
import { setZone, zoneNames } from '../../../src/runtime/zone.ts';

const NAMES_AT = 16;
const [STANDARD_AT, SUMMER_AT] = [64, 96];
const zone = process.env['TZ'];

afterEach(() => {
  // `undefined` would become the text "undefined".
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

/** What C code is told in a zone: the two names. */
function names(timeZone: string): readonly string[] {
  process.env['TZ'] = timeZone;
  const bytes = new Uint8Array(256);
  const view = new DataView(bytes.buffer);
  view.setUint32(NAMES_AT, STANDARD_AT, true);
  view.setUint32(NAMES_AT + 4, SUMMER_AT, true);
  const write = (at: number, name: string) => bytes.set(new TextEncoder().encode(`${name}\0`), at);
  const module = {
    HEAPU8: bytes,
    _timezone: 0,
    _daylight: 4,
    _tzname: NAMES_AT,
    // Emscripten's own names are offsets from UTC.
    __tzset_js: (_timezone: number, _daylight: number, standard: number, summer: number) => {
      write(standard, 'UTC+1');
      write(summer, 'UTC+2');
    },
  };
  // Of Pyodide only this part of its private module is used.
  setZone({ _module: module } as unknown as PyodideAPI, zoneNames());
  const read = (at: number) => new TextDecoder().decode(bytes.subarray(at, bytes.indexOf(0, at)));
  return [read(STANDARD_AT), read(SUMMER_AT)];
}

test.each([
  ['America/New_York', ['EST', 'EDT']],
  ['Europe/London', ['GMT', 'BST']],
  // Summer is in January.
  ['Australia/Sydney', ['AEST', 'AEDT']],
  ['UTC', ['UTC', 'UTC']],
])('%s has the names that people there use', (timeZone, expected) => {
  expect(names(timeZone)).toEqual(expected);
});

test('a zone without a name of letters keeps Emscripten’s', () => {
  expect(names('Asia/Seoul')).toEqual(['UTC+1', 'UTC+2']);
});
