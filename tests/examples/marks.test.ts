import { expect, it } from 'vitest';
import { differenceFromRecording } from '../../src/examples/compare.ts';
import { listExamples } from '../../src/examples/list.ts';
import { loadExample } from '../../src/examples/load.ts';
import { runProgram } from '../../src/examples/run.ts';
import { transcriptOf } from '../../src/log/transcript.ts';

const examples = await Promise.all(listExamples().map((id) => loadExample(id)));
// An unneeded mark of an exit status is seen by the check of the recording.
const marked = examples.filter(({ marks }) => !marks.browser || marks.work === 'real');

it.concurrent.each(marked)('$id needs its mark: run like any other it differs from its recording', async ({ filename, source, transcript }) => {
  if (transcript === null) throw new Error('It has no recording.');
  const log = await runProgram({ filename, source, work: 'free' });
  expect(differenceFromRecording(transcript, transcriptOf(log))).not.toBeNull();
});
