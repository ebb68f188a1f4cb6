/**
 * What page (or Node) and worker say to each other. A worker is good for one run: it starts an interpreter at once,
 * says `ready`, takes one `run`, and is thrown away.
 */
import type { RunEvent } from '../log/events.ts';
import type { PythonFiles } from './python-files.ts';
import type { RunFailure } from './runtime.ts';
import type { Task } from './task.ts';

/** Names a run among all runs of a page, so that a late message of an old one is known for what it is. */
export type RunId = number;

export type Command =
  /** The first message to a browser's worker. `module` is what an earlier worker has compiled. */
  | { readonly type: 'start'; readonly files: PythonFiles; readonly module: WebAssembly.Module | null }
  | { readonly type: 'run'; readonly run: RunId; readonly task: Task }
  /** A line with its newline, or null for the end of input. */
  | { readonly type: 'input'; readonly run: RunId; readonly line: string | null };

export type Report =
  | { readonly type: 'loading'; readonly loadedBytes: number; readonly totalBytes: number }
  /** For later workers of the page: they share it, with all that the browser has done to make it fast. */
  | { readonly type: 'compiled'; readonly module: WebAssembly.Module }
  | { readonly type: 'ready' }
  | { readonly type: 'library-missing' }
  /** This worker's memory as a snapshot is being kept for later starts, or that is done. */
  | { readonly type: 'keeping' | 'kept' }
  | { readonly type: 'events'; readonly run: RunId; readonly events: readonly RunEvent[] }
  | { readonly type: 'failed'; readonly reason: RunFailure; readonly detail: string };
