/**
 * The Python half of the runtime, tested in Python: by CPython itself where there is a native one, with threads of the
 * system taking turns (native_host.py), and in WebAssembly, as it runs in the page.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { findNativePython } from '../../src/examples/native.ts';
import { type Ended, FOLDER, IN_WEBASSEMBLY, described, expectedOf, run } from './run-program.ts';

const native = findNativePython();
if (native === null) {
  console.log('There is no native CPython 3.14 here, so the Python half is tested in WebAssembly only. To test both: PYTHON=/path/to/python3.14 npm test');
}

const hosts = [
  ...(native === null ? [] : [{ host: 'on native CPython', command: [native, 'native_host.py'] }]),
  { host: 'in WebAssembly', command: IN_WEBASSEMBLY },
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

  it.each(programs)('ends/%s ends as it says', async (file) => {
    expect(described(await run(command, `ends/${file}`))).toBe(expectedOf(`ends/${file}`));
  });
});

const sentence = (name: string) => name.replace(/^test_/, '').replaceAll('_', ' ');
