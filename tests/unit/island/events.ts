/** Event logs for tests: what a program wrote and when. */
import type { Ended, InputRequested, RunEvent, Started, Wrote } from '../../../src/log/events.ts';

export function started(): Started {
  return { kind: 'start', seq: 0, at: 0, python: '3.14.2', epoch: 0, filename: 'program.py' };
}

export function wrote(at: number, text: string, stream: 'stdout' | 'stderr' = 'stdout'): Wrote {
  return { kind: 'write', seq: 0, at, thread: 1, stream, text };
}

export function asked(at: number): InputRequested {
  return { kind: 'input-requested', seq: 0, at, thread: 1 };
}

export function ended(at: number, status = 0): Ended {
  return { kind: 'end', seq: 0, at, status, reason: 'finished' };
}

/** Numbers the events as a run does. */
export function logOf(...events: readonly RunEvent[]): readonly RunEvent[] {
  return events.map((event, seq) => ({ ...event, seq }));
}
