/** Runs an example on native CPython 3.14, the reference that recordings are compared with. Node. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Transcript } from '../log/transcript.ts';
import { type TimedText, transcriptOfTexts } from './timed-text.ts';

/** Times of a native run are the machine's own; a recording keeps what is the program's. */
const ROUND_TO_SECONDS = 0.1;

/** Holds `sitecustomize.py`, which tells when the program itself begins and ends. */
const HOOKS_FOLDER = fileURLToPath(new URL('./native/', import.meta.url));

/** This workplace's own launcher, beside the repository where there is one. */
const LAUNCHER = fileURLToPath(new URL('../../../shared/tools/python3.14', import.meta.url));

/** The command that runs native CPython 3.14: `PYTHON`, or `python3.14` on the path, or the launcher; null where there is none. */
export function findNativePython(): string | null {
  const candidates = [process.env['PYTHON'], 'python3.14', existsSync(LAUNCHER) ? LAUNCHER : undefined];
  return candidates.find((command) => command !== undefined && isPython314(command)) ?? null;
}

function isPython314(command: string): boolean {
  const { status, stdout } = spawnSync(command, ['-c', 'import sys; print(sys.version_info[:2])'], { encoding: 'utf8' });
  return status === 0 && stdout.trim() === '(3, 14)';
}

/**
 * Runs a program in a folder of its own and records what it prints, with rounded times. Unbuffered, so that output
 * arrives when it is printed. Paths are as in a recording: the bare file name of the program.
 */
export async function runNatively(python: string, filename: string, source: string): Promise<Transcript> {
  const folder = mkdtempSync(join(tmpdir(), 'asyncio-live-'));
  try {
    const path = join(folder, filename);
    writeFileSync(path, source);
    const texts: TimedText[] = [];
    let beganMs = performance.now();
    let endedMs: number | null = null;
    const secondsAt = (ms: number): number => Math.round((ms - beganMs) / 1000 / ROUND_TO_SECONDS) * ROUND_TO_SECONDS;
    const child = spawn(python, ['-u', path], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      env: { ...process.env, PYTHONPATH: HOOKS_FOLDER, PYTHON_LAUNCHER: python },
    });
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream]?.setEncoding('utf8').on('data', (text: string) => {
        texts.push({ at: secondsAt(performance.now()), stream, text });
      });
    }
    child.stdio[3]?.on('data', (words: Buffer) => {
      if (words.includes('begin')) beganMs = performance.now();
      if (words.includes('end')) endedMs = performance.now();
    });
    const status = await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve(code ?? 1));
    });
    const bare = texts.map((entry) => ({ ...entry, text: entry.text.replaceAll(`${folder}/`, '') }));
    return transcriptOfTexts(bare, { at: secondsAt(endedMs ?? performance.now()), status, reason: 'finished' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
