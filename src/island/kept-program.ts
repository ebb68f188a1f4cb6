/**
 * Which program an island holds: the original one, or the version of it that the reader has made and that is kept. A
 * program that came with a link is an original of its own, kept apart, so that it never overwrites the reader's own.
 */
import type { ProgramStore } from './store.ts';

export class KeptProgram {
  readonly #store: ProgramStore;
  readonly #slot: string;
  /** What Reset goes back to. */
  readonly original: string;

  constructor(store: ProgramStore, slot: string, original: string) {
    this.#store = store;
    this.#slot = slot;
    this.original = original;
  }

  /** The reader's version, or null where they have none. */
  read(): string | null {
    const kept = this.#store.read(this.#slot);
    return kept === this.original ? null : kept;
  }

  /** Keeps `source`. The original itself needs no keeping. */
  keep(source: string): void {
    if (source === this.original) this.#store.forget(this.#slot);
    else this.#store.keep(this.#slot, source);
  }
}

/** Where the reader's version of a shared program is kept: beside `slot`, by what the program says. FNV-1a, 32 bits. */
export function sharedSlot(slot: string, source: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(source)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return `${slot}#${hash.toString(16).padStart(8, '0')}`;
}
