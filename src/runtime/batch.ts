/** Sends events in batches: one message each would cost more than running the program. Worker side. */
import type { RunEvent } from '../log/events.ts';

const BATCH_EVENTS = 500;
/** A program that works for long without waiting is still seen to do something this often. */
const BATCH_REAL_MS = 50;
/**
 * So much output within that time is sent at once, and only a flood waits for its batch: a program that prints a line and
 * then works for ever must not keep the line to itself, and no timer runs in a worker that works.
 */
const PROMPT_WRITES = 100;

export class EventBatch {
  #events: RunEvent[] = [];
  #sentAtMs: number;
  #promptSinceMs: number;
  #promptWrites = 0;
  readonly #send: (events: readonly RunEvent[]) => void;
  readonly #realMs: () => number;

  /** @param realMs a real clock, in milliseconds. */
  constructor(send: (events: readonly RunEvent[]) => void, realMs: () => number) {
    this.#send = send;
    this.#realMs = realMs;
    this.#sentAtMs = realMs();
    this.#promptSinceMs = this.#sentAtMs;
  }

  add(event: RunEvent): void {
    this.#events.push(event);
    if (this.#isUrgent(event) || this.#events.length >= BATCH_EVENTS || this.#realMs() - this.#sentAtMs >= BATCH_REAL_MS) this.flush();
  }

  #isUrgent({ kind }: RunEvent): boolean {
    if (kind !== 'write') return kind === 'start' || kind === 'end' || kind === 'input-requested';
    const now = this.#realMs();
    if (now - this.#promptSinceMs >= BATCH_REAL_MS) {
      this.#promptSinceMs = now;
      this.#promptWrites = 0;
    }
    this.#promptWrites += 1;
    return this.#promptWrites <= PROMPT_WRITES;
  }

  flush(): void {
    if (this.#events.length === 0) return;
    const events = this.#events;
    this.#events = [];
    this.#sentAtMs = this.#realMs();
    this.#send(events);
  }
}
