/** `npm run examples:check [-- id …]`: runs each example in this runtime and compares it with its recording, to the letter. */
import { checkExample } from '../examples/check.ts';
import { listExamples } from '../examples/list.ts';
import { chosen, conclude, forEachShown } from './pool.ts';

const ids = chosen(listExamples(), process.argv.slice(2));
conclude(
  ids.length,
  await forEachShown(ids, async (id) => {
    const { seconds, problem } = await checkExample(id);
    return { summary: `${seconds.toFixed(3)} s`, ...(problem === null ? {} : { problem }) };
  }),
);
