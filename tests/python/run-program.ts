/** Runs a program in a process of its own, in the folder of these tests, and says how it ended. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export const FOLDER = 'tests/python';

/** What runs a file in this runtime: see src/cli/py.ts. */
export const IN_WEBASSEMBLY = [process.execPath, '../../src/cli/py.ts'] as const;

export interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

/** @param file path below FOLDER. */
export async function run([program = '', ...options]: readonly string[], file: string, environment: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const child = spawn(program, [...options, file], {
    cwd: FOLDER,
    stdio: ['ignore', 'pipe', 'pipe'],
    // npm says where the user stands, and `npm run py` goes by it; this is no run of the user's.
    env: { ...process.env, INIT_CWD: undefined, PYTHONDONTWRITEBYTECODE: '1', ...environment },
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const status = await new Promise<number | null>((done, reject) => {
    child.once('error', reject);
    child.once('close', done);
  });
  return { stdout, stderr, status };
}

/** What a program should print stands at its top: stderr marked by `! `, and the exit status. */
export function expectedOf(file: string): string | undefined {
  return /^"""(.*?)"""/s.exec(readFileSync(`${FOLDER}/${file}`, 'utf8'))?.[1];
}

/** How a program ended, in the form of `expectedOf`. */
export function described({ stdout, stderr, status }: Ended): string {
  const marked = withoutLibrary(stderr).replaceAll(`${resolve(FOLDER)}/`, '').replace(/^(?=.)/gm, '! ');
  return `${stdout}${marked}exit ${status}\n`;
}

/** Tracebacks without the frames of the standard library, which differ from one 3.14.x to the next. */
const withoutLibrary = (text: string) => text.replace(/^ *File "[^"]*python3\.?14[^"]*", line .*\n(?: {4,}.*\n)*/gm, '');
