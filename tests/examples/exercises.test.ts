import { expect, it } from 'vitest';
import { checkExercise } from '../../src/examples/exercise-check.ts';
import { listExercises } from '../../src/examples/list.ts';

it.concurrent.each(listExercises())('%s fails as it starts and passes when solved', async (id) => {
  const { problem } = await checkExercise(id);
  if (problem !== null) expect.fail(`${id}\n${problem}`);
});
