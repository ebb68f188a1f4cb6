import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { EventLog } from '../log/events.ts';
import { parseEvents } from '../log/parse.ts';
import { parseTranscript, type Transcript } from '../log/transcript.ts';
import { contentFolder } from './content.ts';
import { listExamples } from './list.ts';
import { type Marks, ordinaryMarks, parseMarks } from './marks.ts';
import { nearest } from './nearest.ts';

/** An example as pages, tests and the recorder see it: the program, byte for byte, and its recorded run. */
export interface ExampleData {
  /** `<chapter>/<name>` */
  readonly id: string;
  /** As tracebacks show it, e.g. `three-in-a-row.py`. */
  readonly filename: string;
  readonly source: string;
  /** What the recorded run printed; null only where `allowUnrecorded` lets that pass. */
  readonly transcript: Transcript | null;
  /** The recorded run; null for programs recorded on native Python, which keeps no such log. */
  readonly log: EventLog | null;
  readonly marks: Marks;
}

export interface LoadOptions {
  /** Folder URL, ending with a slash. */
  readonly content?: URL;
  /** A missing recording is no error. Default: whether the environment has `ALLOW_UNRECORDED=1`, for work in progress. */
  readonly allowUnrecorded?: boolean;
}

/**
 * Loads an example by its id.
 *
 * @throws Error whose message says what to do, if there is no such example or it was never recorded.
 */
export async function loadExample(id: string, options: LoadOptions = {}): Promise<ExampleData> {
  const { content = contentFolder, allowUnrecorded = process.env['ALLOW_UNRECORDED'] === '1' } = options;
  const program = new URL(`examples/${id}.py`, content);
  if (!existsSync(program)) throw unknownExample(id, content);

  const beside = (suffix: string) => new URL(`examples/${id}${suffix}`, content);
  const [source, marks, transcript, log] = await Promise.all([
    readFile(program, 'utf8'),
    readIfPresent(beside('.json'), (text, path) => parseMarks(text, path)),
    readIfPresent(beside('.out'), (text) => parseTranscript(text)),
    readIfPresent(beside('.events'), (text) => parseEvents(text)),
  ]);
  if (transcript === null && !allowUnrecorded) {
    throw new Error(
      `The example "${id}" has no recording. Run \`npm run examples:record\`, read the new ${fileURLToPath(beside('.out'))}, and commit it. ` +
        '(While you work on it, ALLOW_UNRECORDED=1 builds pages without.)',
    );
  }
  const filename = `${id.slice(id.lastIndexOf('/') + 1)}.py`;
  return { id, filename, source, transcript, log, marks: marks ?? ordinaryMarks };
}

async function readIfPresent<T>(file: URL, parse: (text: string, path: string) => T): Promise<T | null> {
  if (!existsSync(file)) return null;
  const path = fileURLToPath(file);
  try {
    return parse(await readFile(file, 'utf8'), path);
  } catch (error) {
    const { message } = error as Error;
    throw new Error(message.includes(path) ? message : `${path}: ${message}`, { cause: error });
  }
}

function unknownExample(id: string, content: URL): Error {
  const near = nearest(id, listExamples(content)).map((other) => `"${other}"`);
  const didYouMean = near.length === 0 ? 'There are no examples yet. ' : `Did you mean ${near.join(', ')}? `;
  return new Error(
    `There is no example "${id}". ${didYouMean}Or write the program content/examples/${id}.py and run \`npm run examples:record\`.`,
  );
}
