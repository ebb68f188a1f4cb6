/**
 * An interpreter whose calls cannot be suspended, as in a browser without JavaScript Promise Integration: what starts no
 * thread does what it does elsewhere, and what starts one is told why it cannot, once.
 */
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { listExamples } from '../../src/examples/list.ts';
import { loadExample } from '../../src/examples/load.ts';
import { FOLDER, IN_WEBASSEMBLY, described, expectedOf, run } from './run-program.ts';

const TAKEN_AWAY = ['--import', 'data:text/javascript,delete WebAssembly.Suspending; delete WebAssembly.promising'];
const [node, command] = IN_WEBASSEMBLY;

const programs = readdirSync(`${FOLDER}/without_jspi`).filter((file) => file.endsWith('.py'));

it.each(programs)('without_jspi/%s ends as it says', async (file) => {
  expect(described(await run([node, ...TAKEN_AWAY, command], `without_jspi/${file}`))).toBe(expectedOf(`without_jspi/${file}`));
});

/** All of them would take a minute; `examples:check` with the same option runs them. */
const EVERY = 6;
const EXAMPLES_MS = 180_000;

it('examples without threads give the log that is recorded', { timeout: EXAMPLES_MS }, async () => {
  const examples = await Promise.all(listExamples().map((id) => loadExample(id)));
  const single = examples.filter(({ log, marks }) => marks.browser && log !== null && !log.some(({ kind }) => kind === 'thread-started'));
  const ids = single.map(({ id }) => id).filter((_, index) => index % EVERY === 0);
  const child = spawn(node, [...TAKEN_AWAY, 'src/cli/examples-check.ts', ...ids], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  await new Promise((resolve) => child.once('close', resolve));
  expect(ids.length).toBeGreaterThan(20);
  // A name may be how others begin as well.
  expect(output).toMatch(/^\d+ passed, 0 failed$/m);
});
