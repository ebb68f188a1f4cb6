/**
 * Switches between Python threads with JavaScript Promise Integration. Each thread is a Python call with a stack of its
 * own; a thread that is not running waits for a promise that only a switch to it resolves. Worker side.
 */
import { canRunThreads } from './runtime.ts';
import type { SuspendedFrames } from './suspended-frames.ts';

export class Handover {
  /** By number of the thread: what lets it go on. */
  readonly #waiting = new Map<number, () => void>();
  readonly #enter: (thread: number) => Promise<unknown>;
  readonly #frames: SuspendedFrames;

  readonly possible = canRunThreads();

  /** @param enter runs the body of a new thread on a stack of its own. Its rejection means that the interpreter has died. */
  constructor(enter: (thread: number) => Promise<unknown>, frames: SuspendedFrames) {
    this.#enter = enter;
    this.#frames = frames;
  }

  /** Suspends thread `me` (Python waits for the promise) and lets `to` go on, or begin. */
  switch(me: number, to: number, begins: boolean): Promise<void> {
    const state = this.#frames.current();
    const resumed = new Promise<void>((resolve) => this.#waiting.set(me, resolve));
    // A microtask comes after the caller has been suspended, and before anything else runs.
    queueMicrotask(() => {
      this.#frames.hide(state);
      this.leave(to, begins);
    });
    return resumed.then(() => this.#frames.show(state));
  }

  /** Lets `to` go on, or begin, once the caller has given up control. */
  leave(to: number, begins: boolean): void {
    if (begins) {
      void this.#enter(to);
      return;
    }
    const resume = this.#waiting.get(to);
    this.#waiting.delete(to);
    resume?.();
  }
}
