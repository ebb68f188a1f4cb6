/**
 * Playback: how much of an event log is to be seen now. Knows no DOM and no timers; somebody else asks it once a frame.
 *
 * Two clocks meet here. The *real* one is passed in, in milliseconds. The *playhead* stands on the program's simulated
 * clock, in seconds, and moves `speed` times as fast as the real one. A run may still be writing its log: a program that
 * waits for nine simulated seconds has written all of it at once and is played at its own pace, while one that computes
 * writes each event as it happens and is followed.
 */
import type { RunEvent } from '../log/events.ts';

/** Simulated seconds for each real second; Infinity shows everything as soon as it is known. */
export type Speed = number;

export class Playback {
  readonly #now: () => number;
  readonly #log: RunEvent[] = [];
  #visible = 0;
  /** In simulated seconds. While it waits for a running program it may be ahead of the log; `at` never is. */
  #playhead = 0;
  #checkedAt: number;
  #speed: Speed;
  #playing = true;

  /** `now` is the real clock in milliseconds, for example `() => performance.now()`. */
  constructor(now: () => number, speed: Speed = 1) {
    this.#now = now;
    this.#checkedAt = now();
    this.#speed = speed;
  }

  /** Everything known of the run, seen or not. */
  get log(): readonly RunEvent[] {
    return this.#log;
  }

  /** How many events of the log have been reached: `log.slice(0, visible)` is what is to be seen. */
  get visible(): number {
    return this.#visible;
  }

  /** The playhead, in simulated seconds. */
  get at(): number {
    return Math.min(this.#playhead, this.#end());
  }

  get speed(): Speed {
    return this.#speed;
  }

  get playing(): boolean {
    return this.#playing;
  }

  /** The last event reached, or null before the first. */
  get latest(): RunEvent | null {
    return this.#log[this.#visible - 1] ?? null;
  }

  /** Whether everything known so far has been reached. The run may still be writing more. */
  get caughtUp(): boolean {
    return this.#visible === this.#log.length;
  }

  /** The run has gone on. */
  append(events: readonly RunEvent[]): void {
    const first = events[0];
    if (first === undefined) return;
    this.advance();
    // The playhead ran on while the program was computing, starting or waiting for the reader. What costs the program no
    // time must not swallow the pauses that follow, so the playhead goes back to where the log really continues.
    if (this.caughtUp) this.#playhead = Math.min(this.#playhead, first.at);
    for (const event of events) this.#log.push(event);
    this.advance();
  }

  /** Moves the playhead to where it belongs at this real instant. */
  advance(): void {
    const now = this.#now();
    const elapsed = (now - this.#checkedAt) / 1000;
    this.#checkedAt = now;
    if (!this.#playing) return;
    // Nothing times zero is not a number at infinite speed, hence the two cases.
    this.#playhead = this.#speed === Infinity ? this.#end() : this.#playhead + elapsed * this.#speed;
    this.#reach();
  }

  play(): void {
    this.advance();
    this.#playhead = this.at;
    this.#playing = true;
    this.advance();
  }

  pause(): void {
    this.advance();
    this.#playhead = this.at;
    this.#playing = false;
  }

  setSpeed(speed: Speed): void {
    this.advance();
    this.#playhead = this.at;
    this.#speed = speed;
    this.advance();
  }

  /** Puts the playhead right after the first `count` events, as stepping does. Works while playing and while paused. */
  seek(count: number): void {
    this.advance();
    this.#visible = Math.max(0, Math.min(count, this.#log.length));
    this.#playhead = this.latest?.at ?? 0;
  }

  /** Puts the playhead at an instant, after everything that happened up to and including it. */
  seekTo(seconds: number): void {
    this.advance();
    this.#playhead = Math.max(0, Math.min(seconds, this.#end()));
    this.#visible = 0;
    this.#reach();
  }

  #end(): number {
    return this.#log.at(-1)?.at ?? 0;
  }

  #reach(): void {
    while (this.#visible < this.#log.length && (this.#log[this.#visible]?.at ?? 0) <= this.#playhead) this.#visible += 1;
  }
}
