/**
 * What page (or Node) and worker say to each other. A worker is good for one run: it starts an interpreter at once,
 * says `ready`, takes one `run`, and is thrown away.
 */
import type { RunEvent } from '../log/events.ts';
import type { Task } from './interpreter.ts';

/** Names a run among all runs of a page, so that a late message of an old one is known for what it is. */
export type RunId = number;

export type Command =
  /** The first message to a browser's worker: where Pyodide's files are, with how many bytes of them progress is counted. */
  | { readonly type: 'start'; readonly indexURL: string; readonly totalBytes: number }
  | { readonly type: 'run'; readonly run: RunId; readonly task: Task }
  /** A line with its newline, or null for the end of input. */
  | { readonly type: 'input'; readonly run: RunId; readonly line: string | null };

export type Report =
  | { readonly type: 'loading'; readonly loadedBytes: number; readonly totalBytes: number }
  | { readonly type: 'ready' }
  | { readonly type: 'events'; readonly run: RunId; readonly events: readonly RunEvent[] }
  | { readonly type: 'failed'; readonly detail: string };
