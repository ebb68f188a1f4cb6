/**
 * The Python half of the runtime, tested in Python: by CPython itself where there is a native one, with threads of the
 * system taking turns (native_host.py), and in WebAssembly, as it runs in the page.
 */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { findNativePython } from '../../src/examples/native.ts';

const FOLDER = 'tests/python';
const native = findNativePython();
if (native === null) {
  console.log('There is no native CPython 3.14 here, so the Python half is tested in WebAssembly only. To test both: PYTHON=/path/to/python3.14 npm test');
}

const hosts = [
  ...(native === null ? [] : [{ host: 'on native CPython', command: [native, 'native_host.py'] }]),
  { host: 'in WebAssembly', command: [process.execPath, '../../src/cli/py.ts'] },
];
const files = readdirSync(FOLDER).filter((file) => /^test_.*\.py$/.test(file));
const programs = readdirSync(`${FOLDER}/ends`).filter((file) => file.endsWith('.py'));

describe.each(hosts)('$host', ({ command }) => {
  describe.each(files)('%s', (file) => {
    const names = [...readFileSync(`${FOLDER}/${file}`, 'utf8').matchAll(/^ {4}def (test_\w+)/gm)].map(([, name = '']) => name);
    const problems = new Map<string, string | null>();
    let ended: Ended;

    beforeAll(async () => {
      ended = await run(command, file);
      for (const line of ended.stdout.split('\n')) {
        if (!line.startsWith('{"test"')) continue;
        const { test, problem } = JSON.parse(line) as { test: string; problem: string | null };
        problems.set(test, problem);
      }
    });

    it.each(names.map((name) => [sentence(name), name] as const))('%s', (_, name) => {
      const problem = problems.get(name);
      if (problem === undefined) expect.fail(`It was not run.\n${ended.stdout}${ended.stderr}`);
      if (problem !== null) expect.fail(problem);
    });
  });

  // What a program should print stands at its top: stderr marked by `! `, and the exit status.
  it.each(programs)('ends/%s ends as it says', async (file) => {
    const { stdout, stderr, status } = await run(command, `ends/${file}`);
    const marked = withoutLibrary(stderr).replaceAll(`${resolve(FOLDER)}/`, '').replace(/^(?=.)/gm, '! ');
    const [, expected] = /^"""(.*?)"""/s.exec(readFileSync(`${FOLDER}/ends/${file}`, 'utf8')) ?? [];
    expect(`${stdout}${marked}exit ${status}\n`).toBe(expected);
  });
});

const sentence = (name: string) => name.replace(/^test_/, '').replaceAll('_', ' ');

/** Tracebacks without the frames of the standard library, which differ from one 3.14.x to the next. */
const withoutLibrary = (text: string) => text.replace(/^ *File "[^"]*python3\.?14[^"]*", line .*\n(?: {4,}.*\n)*/gm, '');

interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

async function run([program = '', ...options]: readonly string[], file: string): Promise<Ended> {
  const child = spawn(program, [...options, file], {
    cwd: FOLDER,
    stdio: ['ignore', 'pipe', 'pipe'],
    // npm says where the user stands, and `npm run py` goes by it; this is no run of the user's.
    env: { ...process.env, INIT_CWD: undefined, PYTHONDONTWRITEBYTECODE: '1' },
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const status = await new Promise<number | null>((done, reject) => {
    child.once('error', reject);
    child.once('close', done);
  });
  return { stdout, stderr, status };
}
