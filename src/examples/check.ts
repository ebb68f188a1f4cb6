/** Checks one example against its recording: for the command, the tests and CI. Node. */
import { existsSync } from 'node:fs';
import { formatEvents } from '../log/parse.ts';
import { transcriptOf } from '../log/transcript.ts';
import { difference, differenceFromRecording, withoutTimes } from './compare.ts';
import { loadExample } from './load.ts';
import { runProgram } from './run.ts';

export interface Checked {
  /** Simulated seconds of the run. */
  readonly seconds: number;
  /** What is wrong, or null. */
  readonly problem: string | null;
}

/** @throws (rejects) where the example cannot be loaded or was never recorded. */
export async function checkExample(id: string): Promise<Checked> {
  const { filename, source, marks, transcript, log } = await loadExample(id, { allowUnrecorded: false });
  // `loadExample` has refused a missing transcript.
  if (transcript === null) throw new Error(`${id} has no recording`);
  const { at, status } = transcript.end;
  if (status !== marks.status) {
    return { seconds: at, problem: statusProblem(id, status, marks.status) };
  }
  if (!marks.browser) return { seconds: at, problem: null };
  const now = await runProgram({ filename, source, work: marks.work });
  if (marks.work === 'real') {
    // Its times are this machine's. What it prints is not.
    return { seconds: at, problem: differenceFromRecording(withoutTimes(transcript), withoutTimes(transcriptOf(now))) };
  }
  const problem = differenceFromRecording(transcript, transcriptOf(now));
  if (problem !== null) return { seconds: at, problem };
  const [expected, actual] = [log ?? [], now].map((events) => withoutAddresses(formatEvents(events)));
  return { seconds: at, problem: difference(expected ?? '', actual ?? '', [`${id}.events`, 'this runtime, now']) };
}

/** Errors that name an object by its address: that moves with every change of the Python half, and tells nothing. */
function withoutAddresses(events: string): string {
  return events.replace(/ at 0x[0-9a-f]+/g, ' at 0x…');
}

function statusProblem(id: string, status: number, expected: number): string {
  const file = `content/examples/${id}.json`;
  if (expected === 0) return `It exits with ${status}. If that is what it shows, say so in ${file}: {"status": ${status}, "reason": "…"}`;
  return existsSync(file)
    ? `It exits with ${status}, not with ${expected} as ${file} says. A mark that is no longer needed is to be taken out.`
    : `It exits with ${status}, not with ${expected}.`;
}
