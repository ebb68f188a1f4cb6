/**
 * What a reader has done: the exercises solved and the predictions made. Pure; the page keeps it (kept-progress.ts), and
 * the reader can take it along as a file.
 */

/** Kind, chapter and name, e.g. `exercise/basics/breakfast`. The same in every language. */
export type TaskId = `${'exercise' | 'predict'}/${string}`;

export interface Progress {
  /** In the order in which they were done. */
  readonly done: readonly TaskId[];
}

export const NOTHING_DONE: Progress = { done: [] };

/** What a file says it is, so that another file is not taken for one. */
const FORMAT = 'asyncio-live progress 1';

/** The text that is kept and exported. `parseProgress` reads it back. */
export function formatProgress({ done }: Progress): string {
  return `${JSON.stringify({ format: FORMAT, done }, null, 2)}\n`;
}

/** Null where `text` is no progress of this site. Entries that are no tasks are dropped: an exercise may have gone since. */
export function parseProgress(text: string): Progress | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || !('format' in value) || value.format !== FORMAT) return null;
  if (!('done' in value) || !Array.isArray(value.done)) return null;
  return { done: [...new Set(value.done.filter(isTaskId))] };
}

/** What was done in either. */
export function joined(first: Progress, second: Progress): Progress {
  return { done: [...new Set([...first.done, ...second.done])] };
}

export function isTaskId(value: unknown): value is TaskId {
  return typeof value === 'string' && /^(?:exercise|predict)\/[a-z0-9-]+\/[a-z0-9-]+$/.test(value);
}
