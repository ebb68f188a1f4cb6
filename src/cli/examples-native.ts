/**
 * `npm run examples:native [-- id …]`: runs each example on native CPython 3.14 (`PYTHON=…`, or python3.14 on the path)
 * and compares text and duration with its recording. One at a time: their durations are real.
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
conclude(ids.length, await forEachShown(ids, (id) => compare(id, python), 1));

async function compare(id: string, python: string): Promise<Result> {
  const { filename, source, marks, transcript } = await loadExample(id, { allowUnrecorded: false });
  if (transcript === null) return { summary: '', problem: 'It has no recording.' };
  let problem: string | null = null;
  let seconds = 0;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const native = await runNatively(python, filename, source);
    seconds = native.end.at;
    problem = differenceFromNative(transcript, native, marks.browser && marks.work === 'free');
    if (problem === null) return { summary: `${transcript.end.at.toFixed(1)} s recorded, ${seconds.toFixed(1)} s native` };
  }
  return { summary: `${transcript.end.at.toFixed(1)} s recorded, ${seconds.toFixed(1)} s native`, problem: problem ?? '' };
}
