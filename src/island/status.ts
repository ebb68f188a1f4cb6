/** What the status line says of a state: also what screen readers are told, politely. Pure. */
import type { IslandWords } from '../i18n/island.ts';
import type { IslandState } from './state.ts';

/** Null for `idle`: then the line says what the page said before anything ran. */
export function statusText(state: IslandState, words: IslandWords): string | null {
  switch (state.name) {
    case 'idle':
      return null;
    case 'loading':
      return state.progress === null ? words.starting : words.loading(state.progress);
    case 'running':
      return state.waitsForInput ? words.waitsForInput : words.running;
    case 'finished':
      return words.ended(state.reason, state.seconds, state.status);
    case 'stopped':
      return words.stopped(state.seconds);
    case 'failed':
      return words.failed[state.reason];
  }
}

/** Progress changes many times a second; nobody can listen to that, or read it. In milliseconds of real time. */
const BETWEEN_PROGRESS = 1000;

/** Lets a changed state through at once, and progress in bytes only so often. */
export class AnnouncementGate {
  readonly #now: () => number;
  #progressAt = -Infinity;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Whether `state` is to be announced now. */
  admits(state: IslandState): boolean {
    const now = this.#now();
    const progresses = state.name === 'loading' && state.progress !== null;
    if (progresses && now - this.#progressAt < BETWEEN_PROGRESS) return false;
    this.#progressAt = progresses ? now : -Infinity;
    return true;
  }
}
