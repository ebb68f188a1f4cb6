import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { KeptSnapshot } from '../../../src/runtime/kept-snapshot.ts';

/** Cache Storage of a browser, as far as it is used here. */
class Storage {
  readonly stored = new Map<string, Response>();
  readonly opened: string[] = [];
  /** What goes wrong, if anything. */
  broken: 'open' | 'match' | 'put' | null = null;

  open(name: string): Promise<object> {
    if (this.broken === 'open') return Promise.reject(new DOMException('refused', 'SecurityError'));
    this.opened.push(name);
    return Promise.resolve({
      match: (address: string) => (this.broken === 'match' ? Promise.reject(new Error('no such disk')) : Promise.resolve(this.stored.get(address)?.clone())),
      put: (address: string, response: Response) => {
        if (this.broken === 'put') return Promise.reject(new DOMException('full', 'QuotaExceededError'));
        this.stored.set(address, response);
        return Promise.resolve();
      },
      keys: () => Promise.resolve([...this.stored.keys()].map((url) => ({ url }))),
      delete: ({ url }: { readonly url: string }) => Promise.resolve(this.stored.delete(url)),
    });
  }
}

const FOLDER = 'https://site.example/_python/abc/';

describe('in the reader’s browser', () => {
  const memory = new Uint8Array(3 * 4096).fill(7, 5, 9000);
  let storage: Storage;
  let warned: unknown[];

  beforeEach(() => {
    storage = new Storage();
    warned = [];
    vi.stubGlobal('caches', storage);
    vi.spyOn(console, 'warn').mockImplementation((text: unknown) => void warned.push(text));
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  const load = async (kept: KeptSnapshot): Promise<Uint8Array | undefined> => {
    const found = await kept.find();
    if (found === undefined) return undefined;
    const loaded = new Uint8Array(found.length);
    (await found.memory).writeTo(loaded);
    return loaded;
  };
  const save = (kept: KeptSnapshot, snapshot = memory): Promise<void> => new Promise((resolve) => void kept.save(snapshot, resolve));

  test('a snapshot that is kept is found again by who depends on the same', async () => {
    expect(await new KeptSnapshot(FOLDER, ['one']).find()).toBeUndefined();
    await save(new KeptSnapshot(FOLDER, ['one']));
    expect(await load(new KeptSnapshot(FOLDER, ['one']))).toEqual(memory);
    expect(await new KeptSnapshot(FOLDER, ['another']).find()).toBeUndefined();
    expect([...storage.stored.keys()][0]).toMatch(/^https:\/\/site\.example\/_python\/abc\/memory-[0-9a-f]{64}$/);
    expect(new Set(storage.opened)).toEqual(new Set(['asyncio-live-python']));
  });

  test('it takes the place of all others', async () => {
    await save(new KeptSnapshot(FOLDER, ['old']));
    await save(new KeptSnapshot(FOLDER, ['new']));
    expect(storage.stored.size).toBe(1);
    expect(await load(new KeptSnapshot(FOLDER, ['new']))).toEqual(memory);
  });

  test('one that is damaged is not used', async () => {
    await save(new KeptSnapshot(FOLDER, []));
    const [address = '', whole] = [...storage.stored][0] ?? [];
    const bytes = new Uint8Array((await whole?.arrayBuffer()) ?? new ArrayBuffer());
    bytes[20] = 1 + (bytes[20] ?? 0);
    storage.stored.set(address, new Response(bytes, { headers: whole?.headers ?? {} }));
    await expect((await new KeptSnapshot(FOLDER, []).find())?.memory).rejects.toThrow('The kept snapshot is damaged.');
  });

  test('memory that has grown is not kept: Pyodide could not start from it', async () => {
    await save(new KeptSnapshot(FOLDER, []), new Uint8Array(31 * 1024 * 1024 + 4));
    expect(storage.stored.size).toBe(0);
    await save(new KeptSnapshot(FOLDER, []), new Uint8Array(31 * 1024 * 1024));
    expect(storage.stored.size).toBe(1);
  });

  test('its length is known before it has been read', async () => {
    await save(new KeptSnapshot(FOLDER, []));
    const [address = ''] = storage.stored.keys();
    const endless = new ReadableStream();
    storage.stored.set(address, new Response(endless, storage.stored.get(address)));
    expect(await new KeptSnapshot(FOLDER, []).find()).toMatchObject({ length: memory.length });
  });

  test('a cache that cannot be searched is as none', async () => {
    storage.broken = 'match';
    const kept = new KeptSnapshot(FOLDER, []);
    expect(await kept.find()).toBeUndefined();
  });

  test('one that cannot be read is not used', async () => {
    await save(new KeptSnapshot(FOLDER, []));
    const [address = ''] = storage.stored.keys();
    const unreadable = new ReadableStream({ start: (controller) => controller.error(new Error('no such disk')) });
    storage.stored.set(address, new Response(unreadable, storage.stored.get(address)));
    await expect((await new KeptSnapshot(FOLDER, []).find())?.memory).rejects.toThrow('no such disk');
  });

  test('one that does not say how long it is is none', async () => {
    await save(new KeptSnapshot(FOLDER, []));
    const [address = ''] = storage.stored.keys();
    storage.stored.set(address, new Response(await storage.stored.get(address)?.arrayBuffer()));
    expect(await new KeptSnapshot(FOLDER, []).find()).toBeUndefined();
  });

  test('without room nothing is kept, the start goes on, and the console says why', async () => {
    storage.broken = 'put';
    await save(new KeptSnapshot(FOLDER, []));
    expect(warned).toEqual(['The snapshot could not be kept.']);
  });

  test('memory that cannot be packed is not kept', async () => {
    // Not a whole number of words.
    await save(new KeptSnapshot(FOLDER, []), new Uint8Array(new ArrayBuffer(8), 1, 4));
    expect(storage.stored.size).toBe(0);
    expect(warned).toEqual(['The snapshot could not be kept.']);
  });

  test.each(['refused', 'not there'])('where storage is %s nothing is kept and nothing said', async (how) => {
    if (how === 'refused') storage.broken = 'open';
    else {
      vi.unstubAllGlobals();
      expect('caches' in globalThis).toBe(false);
    }
    const kept = new KeptSnapshot(FOLDER, []);
    await save(kept);
    expect(await kept.find()).toBeUndefined();
    expect([storage.stored.size, warned]).toEqual([0, []]);
  });
});
