/**
 * What an island is doing, as one union, and every way from one state to the next. Pure: buttons, status line and
 * announcements are made from the state, never from flags kept elsewhere.
 *
 *     idle ──run──▶ loading ──started──▶ running ──end shown──▶ finished
 *                      │                    ├──stop──▶ stopped
 *                      └──────broke─────────┴──broke─▶ failed        (Run and Reset lead on from every state)
 *
 * A run is `running` until its end has been *shown*: the program itself is usually over long before, and is played back.
 */
import type { EndReason, Ended } from '../log/events.ts';
import type { RunFailure } from '../runtime/runtime.ts';

export type IslandState =
  | { readonly name: 'idle' }
  /** Python is being fetched. `progress` is null until the first byte has arrived. */
  | { readonly name: 'loading'; readonly progress: Progress | null }
  /** The program runs, or its run is being played back. */
  | { readonly name: 'running'; readonly waitsForInput: boolean }
  /** The end of the run has been shown, at `seconds` of the program's time. */
  | { readonly name: 'finished'; readonly seconds: number; readonly status: number; readonly reason: ProgramEnd }
  /** The reader stopped it, having seen it up to `seconds`. */
  | { readonly name: 'stopped'; readonly seconds: number }
  /** Something other than the program failed. */
  | { readonly name: 'failed'; readonly reason: RunFailure; readonly detail: string };

export interface Progress {
  readonly loadedBytes: number;
  readonly totalBytes: number;
}

/** The ends of a run that are the program's own doing. */
export type ProgramEnd = Exclude<EndReason, 'stopped' | 'crashed'>;

export type IslandEvent =
  | { readonly type: 'run-pressed' }
  | { readonly type: 'bytes-arrived'; readonly progress: Progress }
  | { readonly type: 'started' }
  | { readonly type: 'input-shown' }
  | { readonly type: 'input-answered' }
  | { readonly type: 'end-shown'; readonly end: Ended }
  | { readonly type: 'stop-pressed'; readonly seconds: number }
  | { readonly type: 'broke'; readonly reason: RunFailure; readonly detail: string }
  | { readonly type: 'reset-pressed' };

export const IDLE: IslandState = { name: 'idle' };

/** Whether there is something to stop. */
export function isBusy(state: IslandState): boolean {
  return state.name === 'loading' || state.name === 'running';
}

/** The state after `event`. An event that means nothing in `state` (it came too late) gives the same object back. */
export function nextState(state: IslandState, event: IslandEvent): IslandState {
  switch (event.type) {
    case 'run-pressed':
      return { name: 'loading', progress: null };
    case 'reset-pressed':
      return IDLE;
    case 'bytes-arrived':
      return state.name === 'loading' ? { name: 'loading', progress: event.progress } : state;
    case 'started':
      return state.name === 'loading' ? { name: 'running', waitsForInput: false } : state;
    case 'input-shown':
      return state.name === 'running' ? { name: 'running', waitsForInput: true } : state;
    case 'input-answered':
      return state.name === 'running' ? { name: 'running', waitsForInput: false } : state;
    case 'end-shown':
      return state.name === 'running' ? afterEnd(event.end) : state;
    case 'stop-pressed':
      return isBusy(state) ? { name: 'stopped', seconds: event.seconds } : state;
    case 'broke':
      return isBusy(state) ? { name: 'failed', reason: event.reason, detail: event.detail } : state;
  }
}

function afterEnd({ at, status, reason }: Ended): IslandState {
  if (reason === 'stopped') return { name: 'stopped', seconds: at };
  if (reason === 'crashed') return { name: 'failed', reason: 'crash', detail: '' };
  return { name: 'finished', seconds: at, status, reason };
}
