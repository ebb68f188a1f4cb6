/** Runs in Node share threads, one after another. */
import { expect, it } from 'vitest';
import { runProgram } from '../../src/examples/run.ts';
import { NodeRun } from '../../src/runtime/node.ts';
import { taskOf } from '../../src/runtime/task.ts';

const task = taskOf({ filename: 'p.py', source: "print('ran')\n" }, { work: 'free', epochMs: 0, limits: null });

it('a run that is stopped after its end takes nothing from the next', async () => {
  const first = await NodeRun.start();
  await first.run(task);
  await first.stop();
  const second = await runProgram({ filename: 'q.py', source: "print('again')\n", work: 'free' });
  expect(second.filter(({ kind }) => kind === 'write')).toMatchObject([{ text: 'again\n' }]);
});
