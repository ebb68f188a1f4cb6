/**
 * `npm run examples:native [-- id …]`: runs each example on native CPython 3.14 (`PYTHON=…`, or python3.14 on the path)
 * and compares text and duration with its recording. Some at a time, for most of the time they sleep; what differs is tried again alone.
 */
import { differenceFromNative } from '../examples/compare.ts';
import { listExamples } from '../examples/list.ts';
import { loadExample } from '../examples/load.ts';
import { findNativePython, runNatively } from '../examples/native.ts';
import { type Result, chosen, conclude, forEachShown } from './pool.ts';

/** A busy machine can make a native run late. What is wrong stays wrong. */
const ATTEMPTS = 3;

const python = findNativePython();
if (python === null) {
  console.error('There is no native CPython 3.14 here. Install one, or name it: PYTHON=/path/to/python3.14 npm run examples:native');
  process.exit(2);
}

const ids = chosen(listExamples(), process.argv.slice(2));
/** Held while something is tried again. */
let alone: Promise<unknown> = Promise.resolve();
conclude(ids.length, await forEachShown(ids, (id) => compare(id, python)));

async function compare(id: string, python: string): Promise<Result> {
  const { filename, source, marks, transcript } = await loadExample(id, { allowUnrecorded: false });
  if (transcript === null) return { summary: '', problem: 'It has no recording.' };
  const attempt = async (): Promise<Result> => {
    const native = await runNatively(python, filename, source);
    const problem = differenceFromNative(transcript, native, marks.browser && marks.work === 'free');
    const summary = `${transcript.end.at.toFixed(1)} s recorded, ${native.end.at.toFixed(1)} s native`;
    return problem === null ? { summary } : { summary, problem };
  };
  await alone;
  let last = await attempt();
  if (last.problem === undefined) return last;
  const again = alone.then(async () => {
    for (let attempts = 1; last.problem !== undefined && attempts < ATTEMPTS; attempts += 1) last = await attempt();
    return last;
  });
  // One that cannot be run at all is no reason for the others to fail.
  alone = again.catch(() => {});
  return again;
}
