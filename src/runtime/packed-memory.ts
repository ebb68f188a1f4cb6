/** Memory without its pages of zeros: of the 30 MB of a started interpreter half are. Pure. */

const PAGE_BYTES = 4096;
const WORD_BYTES = 4;

/**
 * @returns in 32-bit words: the length of the memory in bytes, how many pages follow, the number of each; then the pages.
 */
export function pack(memory: Uint8Array): ArrayBuffer {
  const words = new Uint32Array(memory.buffer, memory.byteOffset, memory.length / WORD_BYTES);
  const wordsPerPage = PAGE_BYTES / WORD_BYTES;
  const pages: number[] = [];
  for (let page = 0; page * wordsPerPage < words.length; page += 1) {
    if (!isZero(words, page * wordsPerPage, (page + 1) * wordsPerPage)) pages.push(page);
  }
  const table = Uint32Array.of(memory.length, pages.length, ...pages);
  const packed = new Uint8Array(table.byteLength + pages.length * PAGE_BYTES);
  packed.set(new Uint8Array(table.buffer));
  pages.forEach((page, index) => {
    packed.set(memory.subarray(page * PAGE_BYTES, (page + 1) * PAGE_BYTES), table.byteLength + index * PAGE_BYTES);
  });
  return packed.buffer;
}

export class PackedMemory {
  /** Of the memory, in bytes. */
  readonly length: number;
  readonly #pages: Uint32Array;
  readonly #contents: Uint8Array<ArrayBuffer>;

  /** @param packed what `pack` has returned. */
  constructor(packed: ArrayBuffer) {
    const [length = 0, count = 0] = new Uint32Array(packed, 0, 2);
    this.length = length;
    this.#pages = new Uint32Array(packed, 2 * WORD_BYTES, count);
    this.#contents = new Uint8Array(packed, (2 + count) * WORD_BYTES);
  }

  /**
   * Writes the memory from byte `from` on over `target`, as far as that goes. Pages that are zeros here and there are not
   * touched, so that they cost no room.
   * @param from a multiple of four.
   */
  writeTo(target: Uint8Array, from = 0): void {
    const words = new Uint32Array(target.buffer, target.byteOffset, Math.floor(target.length / WORD_BYTES));
    let done = from;
    const clearUntil = (end: number): void => {
      for (let at = done; at < end; at += PAGE_BYTES) {
        const next = Math.min(at + PAGE_BYTES, end);
        if (!isZero(words, (at - from) / WORD_BYTES, (next - from) / WORD_BYTES)) target.fill(0, at - from, next - from);
      }
    };
    const end = Math.min(this.length, from + target.length);
    this.#pages.forEach((page, index) => {
      const [begin, stop] = [Math.max(from, page * PAGE_BYTES), Math.min(end, (page + 1) * PAGE_BYTES)];
      if (begin >= stop) return;
      clearUntil(begin);
      const inPage = index * PAGE_BYTES + begin - page * PAGE_BYTES;
      target.set(this.#contents.subarray(inPage, inPage + stop - begin), begin - from);
      done = stop;
    });
    clearUntil(end);
  }

  /** Gives its bytes back. It cannot be written any more. */
  free(): void {
    this.#contents.buffer.transfer(0);
  }
}

function isZero(words: Uint32Array, from: number, to: number): boolean {
  const end = Math.min(to, words.length);
  for (let index = from; index < end; index += 1) if (words[index] !== 0) return false;
  return true;
}
