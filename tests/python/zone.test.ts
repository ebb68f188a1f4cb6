/** A program runs in the time zone of the machine, whatever that was where the interpreter's memory comes from. */
import { expect, it } from 'vitest';
import { findNativePython } from '../../src/examples/native.ts';
import { IN_WEBASSEMBLY, run } from './run-program.ts';

/** What CPython 3.14 says on Linux, with the system's data of time zones. */
const NATIVE = {
  UTC: '0 0 0\n2023-07-22 04:26:40 2023-11-14 22:13:20\n+0000 0\n1782864000.0\n',
  'Asia/Seoul': '-32400 -32400 0\n2023-07-22 13:26:40 2023-11-15 07:13:20\n+0900 32400\n1782831600.0\n',
  'America/New_York': '18000 14400 1\n2023-07-22 00:26:40 2023-11-14 17:13:20\n-0400 -18000\n1782878400.0\n',
  // Summer is in January.
  'Australia/Sydney': '-36000 -39600 1\n2023-07-22 14:26:40 2023-11-15 09:13:20\n+1000 39600\n1782828000.0\n',
} as const;

it.each(Object.entries(NATIVE))('%s', async (TZ, expected) => {
  const { stdout, stderr } = await run(IN_WEBASSEMBLY, 'zone.py', { TZ });
  expect(stdout + stderr).toBe(expected);
  const native = findNativePython();
  if (native !== null) expect((await run([native], 'zone.py', { TZ })).stdout).toBe(expected);
});
