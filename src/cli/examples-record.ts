/**
 * `npm run examples:record [-- id …]`: runs each example and writes what it did beside it, `<name>.out` for people and
 * diffs, `<name>.events` for the timeline. Never in CI: a recording is read before it is committed.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { sayTheSame } from '../examples/compare.ts';
import { listExamples } from '../examples/list.ts';
import { loadExample } from '../examples/load.ts';
import { findNativePython, runNatively } from '../examples/native.ts';
import { runProgram } from '../examples/run.ts';
import { formatEvents } from '../log/parse.ts';
import { type Transcript, formatTranscript, transcriptOf } from '../log/transcript.ts';
import { type Result, chosen, conclude, forEachShown } from './pool.ts';

if (process.env['CI'] !== undefined) {
  console.error('Recordings are not made in CI: there they are compared. Run this on your own machine and commit what it writes.');
  process.exit(2);
}

const ids = chosen(listExamples(), process.argv.slice(2));
conclude(ids.length, await forEachShown(ids, record));

async function record(id: string): Promise<Result> {
  const { filename, source, marks, transcript: recorded } = await loadExample(id, { allowUnrecorded: true });
  const log = marks.browser ? await runProgram({ filename, source, work: marks.work }) : null;
  const transcript = log === null ? await recordNatively(filename, source) : transcriptOf(log);
  const { at, status } = transcript.end;
  const summary = `${at.toFixed(3)} s, exit ${status}`;
  if (status !== marks.status) {
    const problem = `It exits with ${status}, not with ${marks.status}, so nothing was written. If ${status} is right, say so in content/examples/${id}.json. It printed:`;
    return { summary, problem: `${problem}\n${formatTranscript(transcript)}` };
  }
  // Times of native Python, and of work, are different each time: a recording that says the same is kept.
  if (recorded !== null && (log === null || marks.work === 'real') && sayTheSame(recorded, transcript)) return { summary };
  const changed = [write(id, '.out', formatTranscript(transcript)), log !== null && write(id, '.events', formatEvents(log))];
  return { summary: changed.includes(true) ? `${summary}, written` : summary };
}

async function recordNatively(filename: string, source: string): Promise<Transcript> {
  const python = findNativePython();
  if (python === null) throw new Error('It is recorded on native Python 3.14, and there is none here: set PYTHON to one.');
  return runNatively(python, filename, source);
}

/** Writes a file beside the example where that changes it. Returns whether it did. */
function write(id: string, suffix: string, text: string): boolean {
  const path = pathOf(id, suffix);
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return false;
  writeFileSync(path, text);
  return true;
}

function pathOf(id: string, suffix: string): string {
  return `content/examples/${id}${suffix}`;
}
