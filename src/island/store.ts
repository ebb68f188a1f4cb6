/**
 * The reader's own version of a program, kept in their browser: it survives errors, a reload, and going away and back.
 *
 * Storage may be missing, forbidden or full. Then nothing is kept, `works` says so, and nothing ever throws.
 */
const PREFIX = 'asyncio-live:program:';

/** What of the Web Storage API is needed. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export class ProgramStore {
  readonly #shelf: () => Shelf;
  #works = true;

  /** `shelf` is called for each access, because in some browsers even naming `localStorage` throws. */
  constructor(shelf: () => Shelf = () => localStorage) {
    this.#shelf = shelf;
  }

  /** Whether everything so far could be kept. */
  get works(): boolean {
    return this.#works;
  }

  /** The kept version of the program named `id`, or null. */
  read(id: string): string | null {
    return this.#attempt((shelf) => shelf.getItem(PREFIX + id)) ?? null;
  }

  keep(id: string, source: string): void {
    this.#attempt((shelf) => {
      shelf.setItem(PREFIX + id, source);
    });
  }

  forget(id: string): void {
    this.#attempt((shelf) => {
      shelf.removeItem(PREFIX + id);
    });
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
