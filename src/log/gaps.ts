/** Where simulated time passes in a run: between which events, and how much. */
import type { RunEvent } from './events.ts';

/** Waits shorter than this are one instant: the clock moves by a nanosecond or so at each read. */
const SHORTEST_WAIT_SECONDS = 0.00001;
/**
 * Work shorter than this is one instant. Where work costs time, every line costs some; to a reader, time passes when it
 * is long enough to keep somebody waiting.
 */
const SHORTEST_WORK_SECONDS = 0.01;

/** Reads a run event by event and says how much time passes before each. */
export class Gaps {
  #lastAt = 0;
  /** Whether a thread has the interpreter: the time that passes then is work, otherwise all wait. */
  #working = true;

  /** Seconds that pass between the event before and this one; 0 where they share an instant. */
  before(event: RunEvent): number {
    const gap = event.at - this.#lastAt;
    const shortest = this.#working ? SHORTEST_WORK_SECONDS : SHORTEST_WAIT_SECONDS;
    this.#lastAt = event.at;
    this.#working = worksAfter(event, this.#working);
    return gap < shortest ? 0 : gap;
  }
}

function worksAfter(event: RunEvent, before: boolean): boolean {
  switch (event.kind) {
    case 'thread-blocked':
    case 'thread-finished':
      return false;
    case 'thread-woken':
      return before;
    case 'start':
    case 'write':
    case 'task-created':
    case 'task-stepped':
    case 'task-suspended':
    case 'task-woken':
    case 'task-cancel-requested':
    case 'task-finished':
    case 'thread-started':
    case 'thread-resumed':
    case 'input-requested':
    case 'end':
      return true;
  }
}
