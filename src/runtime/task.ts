/** What an interpreter is given to do. Page, worker and Node. */
import type { Limits, Program, WorkCost } from './runtime.ts';

/** Where programs live that have no folder of their own, in the interpreter's file system. */
const HOME = '/home/reader';

export interface Task {
  /** Null: the file is there already, in a folder of the machine (`mounts`). */
  readonly source: Uint8Array | null;
  /** As tracebacks show it. */
  readonly filename: string;
  readonly argv: readonly string[];
  /** The program's folder, the first entry of `sys.path`. */
  readonly folder: string;
  /** Where the program runs, and where a relative `filename` is looked up. */
  readonly cwd: string;
  /** Folders of the machine that the program sees under the same names. Node only. */
  readonly mounts: readonly string[];
  readonly work: WorkCost;
  /** What the time is at the start, in ms since 1970 (UTC). */
  readonly epochMs: number;
  /** Null: as long as it takes. */
  readonly limits: Limits | null;
}

/** A program that is a text and nothing else, as pages have them. */
export function taskOf({ source, filename }: Program, conditions: Pick<Task, 'work' | 'epochMs' | 'limits'>): Task {
  return { source: new TextEncoder().encode(source), filename, argv: [filename], folder: HOME, cwd: HOME, mounts: [], ...conditions };
}
