/** How a native run is recorded, with a Python that is a script of Node's. */
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { findNativePython, runNatively } from '../../../src/examples/native.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'native-'));
});

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The path of a command that does what a text of JavaScript says. */
function command(name: string, script: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!${process.execPath}\n${script}`);
  chmodSync(path, 0o755);
  return path;
}

describe('native Python', () => {
  it('is what PYTHON names, if it is of the right version', () => {
    const right = command('right', "console.log('(3, 14)');");
    vi.stubEnv('PYTHON', right);
    expect(findNativePython()).toBe(right);
  });

  it.each([
    ['of another version', "console.log('(3, 13)');"],
    ['broken', "console.log('(3, 14)'); process.exitCode = 1;"],
  ])('that is %s is not taken', (_, script) => {
    const wrong = command('wrong', script);
    vi.stubEnv('PYTHON', wrong);
    expect(findNativePython()).not.toBe(wrong);
  });
});

describe('a native run', () => {
  it('has what is printed on both streams, without the folder that it ran in, and its status', async () => {
    const python = command('printing', `
      const [, , unbuffered, path] = process.argv;
      console.log(unbuffered, require('node:fs').readFileSync(path, 'utf8'));
      console.error(path + ' failed');
      process.exitCode = 3;
    `);
    const { lines, end } = await runNatively(python, 'p.py', 'the program');
    expect(lines.filter(({ stream }) => stream === 'stdout').map(({ text }) => text)).toEqual(['-u the program']);
    expect(lines.filter(({ stream }) => stream === 'stderr').map(({ text }) => text)).toEqual(['p.py failed']);
    expect(end).toMatchObject({ status: 3, reason: 'finished' });
  });

  it('begins and ends when the program does, not its interpreter', async () => {
    const python = command('hooked', "const { writeSync } = require('node:fs'); writeSync(3, 'begin'); writeSync(3, 'end');");
    // At the start of the interpreter, the two words, and whatever is asked for later, in ms.
    const times = [0, 5000, 6200];
    vi.spyOn(performance, 'now').mockImplementation(() => times.shift() ?? 90_000);
    const { end } = await runNatively(python, 'p.py', '');
    expect(end.at).toBeCloseTo(1.2);
  });

  it('that was killed has failed, and nothing of it is left', async () => {
    const where = join(folder, 'where');
    const python = command('killed', `
      require('node:fs').writeFileSync(${JSON.stringify(where)}, process.cwd());
      process.kill(process.pid, 'SIGKILL');
    `);
    expect((await runNatively(python, 'p.py', '')).end.status).toBe(1);
    expect(existsSync(readFileSync(where, 'utf8'))).toBe(false);
  });

  it('of a command that is not there is an error', async () => {
    await expect(runNatively(join(folder, 'none'), 'p.py', '')).rejects.toThrow('ENOENT');
  });
});
