/**
 * The reader's progress, kept in their browser and nowhere else. Storage may be missing, forbidden or full: then it
 * lasts as long as the page, `works` says so, and nothing ever throws.
 */
import { formatProgress, joined, NOTHING_DONE, parseProgress, type Progress, type TaskId } from './progress.ts';

const KEY = 'asyncio-live:progress';

/** What of the Web Storage API is needed. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export class KeptProgress {
  readonly #shelf: () => Shelf;
  readonly #watchers = new Set<() => void>();
  #works = true;
  #now: Progress;

  /** `shelf` is called for each access, because in some browsers even naming `localStorage` throws. */
  constructor(shelf: () => Shelf = () => localStorage) {
    this.#shelf = shelf;
    this.#now = this.#read();
  }

  /** Whether everything so far could be kept. */
  get works(): boolean {
    return this.#works;
  }

  get now(): Progress {
    return this.#now;
  }

  has(task: TaskId): boolean {
    return this.#now.done.includes(task);
  }

  add(...tasks: readonly TaskId[]): void {
    // Read again: another tab may have kept something meanwhile.
    this.set(joined(joined(this.#read(), this.#now), { done: tasks }));
  }

  /** Keeps `progress` in place of what there was. */
  set(progress: Progress): void {
    this.#now = progress;
    this.#attempt((shelf) => {
      if (progress.done.length === 0) shelf.removeItem(KEY);
      else shelf.setItem(KEY, formatProgress(progress));
    });
    for (const watcher of this.#watchers) watcher();
  }

  /** Calls `watcher` now and after every change, in this tab or another. */
  watch(watcher: () => void, signal: AbortSignal): void {
    this.#watchers.add(watcher);
    signal.addEventListener('abort', () => this.#watchers.delete(watcher));
    watcher();
  }

  /** Another tab has changed what is kept. */
  reload(key: string | null): void {
    if (key !== null && key !== KEY) return;
    this.#now = this.#read();
    for (const watcher of this.#watchers) watcher();
  }

  #read(): Progress {
    const text = this.#attempt((shelf) => shelf.getItem(KEY));
    return (text === null ? null : parseProgress(text)) ?? NOTHING_DONE;
  }

  #attempt<Result>(action: (shelf: Shelf) => Result): Result | null {
    try {
      return action(this.#shelf());
    } catch {
      this.#works = false;
      return null;
    }
  }
}
