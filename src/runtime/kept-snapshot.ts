/**
 * Keeps the memory of a started interpreter in the reader's browser (Cache Storage), so that all later starts on this
 * site begin from it. It costs no download. Worker side.
 */
import { PYTHON_CACHE } from './at-hand.ts';
import { sha256 } from './digest.ts';
import { PackedMemory, pack } from './packed-memory.ts';
import type { Snapshot } from './snapshot.ts';

const DIGEST_HEADER = 'X-SHA-256';
/** Of the memory as it is unpacked, in bytes. */
const LENGTH_HEADER = 'X-Memory-Length';
/** Pyodide cannot start from memory that had to grow. */
const MOST_BYTES = 31 * 1024 * 1024;

interface Place {
  readonly cache: Cache;
  readonly address: string;
}

export class KeptSnapshot {
  readonly #place: Promise<Place | null>;
  readonly #found: Promise<Response | undefined>;

  /**
   * @param folder below which the snapshot is named; nothing is ever fetched from there.
   * @param dependsOn all that a snapshot depends on. One that was made from anything else is not found.
   * Storage is opened at once: when the program runs, there is no way to it any more.
   */
  constructor(folder: string, dependsOn: readonly unknown[]) {
    this.#place = openPlace(folder, dependsOn);
    this.#found = this.#place.then((place) => place?.cache.match(place.address)).catch(() => undefined);
  }

  /** The snapshot, sound or not, or undefined where there is none. Never rejects. */
  async find(): Promise<Snapshot | undefined> {
    const response = await this.#found;
    const length = Number(response?.headers.get(LENGTH_HEADER));
    if (response === undefined || !(length > 0)) return undefined;
    const memory = read(response);
    // Whoever wants it hears of it.
    memory.catch(() => {});
    return { length, memory };
  }

  /**
   * Keeps a snapshot, in place of all others. Resolves when it is in the browser's hands, and no program can change it any
   * more. Never rejects: without room for it, the next start is slower, and that is all.
   * @param onKept called when it has been stored, or has not.
   */
  async save(snapshot: Uint8Array, onKept: () => void): Promise<void> {
    let stored: Promise<unknown> = Promise.resolve();
    try {
      const place = await this.#place;
      if (place !== null && snapshot.length <= MOST_BYTES) {
        const { cache, address } = place;
        const packed = pack(snapshot);
        const response = new Response(packed, { headers: { [DIGEST_HEADER]: await sha256(packed), [LENGTH_HEADER]: `${snapshot.length}` } });
        const others = (await cache.keys()).filter(({ url }) => url !== address);
        stored = Promise.all([cache.put(address, response), ...others.map((other) => cache.delete(other))]);
      }
    } catch (error) {
      stored = Promise.reject(error);
    }
    void stored.catch((error: unknown) => console.warn('The snapshot could not be kept.', error)).then(onKept);
  }
}

/** Null on pages that are not served securely, and where the reader refuses storage. */
async function openPlace(folder: string, dependsOn: readonly unknown[]): Promise<Place | null> {
  if (!('caches' in globalThis)) return null;
  try {
    const identity = await sha256(new TextEncoder().encode(JSON.stringify(dependsOn)));
    return { cache: await caches.open(PYTHON_CACHE), address: new URL(`memory-${identity}`, folder).href };
  } catch {
    return null;
  }
}

async function read(response: Response): Promise<PackedMemory> {
  const packed = await response.arrayBuffer();
  if ((await sha256(packed)) !== response.headers.get(DIGEST_HEADER)) throw new Error('The kept snapshot is damaged.');
  return new PackedMemory(packed);
}
