/** `npm run exercises:check [-- id …]`: runs each exercise's start, which must fail, and its solution, which must pass. */
import { checkExercise } from '../examples/exercise-check.ts';
import { listExercises } from '../examples/list.ts';
import { chosen, conclude, forEachShown } from './pool.ts';

const ids = chosen(listExercises(), process.argv.slice(2));
conclude(
  ids.length,
  await forEachShown(ids, async (id) => {
    const { seconds, problem } = await checkExercise(id);
    return { summary: `solved in ${seconds.toFixed(3)} s`, ...(problem === null ? {} : { problem }) };
  }),
);
