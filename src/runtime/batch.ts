/** Sends events in batches: one message each would cost more than running the program. Worker side. */
import type { RunEvent } from '../log/events.ts';

const BATCH_EVENTS = 500;
/** A program that works for long without waiting is still seen to do something this often. */
const BATCH_REAL_MS = 50;

export class EventBatch {
  #events: RunEvent[] = [];
  #sentAtMs: number;
  readonly #send: (events: readonly RunEvent[]) => void;
  readonly #realMs: () => number;

  /** @param realMs a real clock, in milliseconds. */
  constructor(send: (events: readonly RunEvent[]) => void, realMs: () => number) {
    this.#send = send;
    this.#realMs = realMs;
    this.#sentAtMs = realMs();
  }

  add(event: RunEvent): void {
    this.#events.push(event);
    const urgent = event.kind === 'start' || event.kind === 'end' || event.kind === 'input-requested';
    if (urgent || this.#events.length >= BATCH_EVENTS || this.#realMs() - this.#sentAtMs >= BATCH_REAL_MS) this.flush();
  }

  flush(): void {
    if (this.#events.length === 0) return;
    const events = this.#events;
    this.#events = [];
    this.#sentAtMs = this.#realMs();
    this.#send(events);
  }
}
