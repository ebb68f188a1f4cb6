import { createHash } from 'node:crypto';
import { zstdCompressSync } from 'node:zlib';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PackedFile, PythonFiles } from '../../../src/runtime/python-files.ts';

/** A standard library of 12 bytes: those from 3 on are source, those from 5 to 9 the rest. Archives begin with a P. */
const ARCHIVE = Uint8Array.of(0x50, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
const [SOURCE_FROM, REST_FROM, REST_TO] = [3, 5, 9];
/** The shortest module that there is. */
const MODULE = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
const EIO = 29;

const contents: Readonly<Record<string, Uint8Array>> = {
  'python.wasm.bin': MODULE,
  'start.bin': Buffer.concat([ARCHIVE.subarray(0, SOURCE_FROM), ARCHIVE.subarray(REST_TO)]),
  'source.bin': ARCHIVE.subarray(SOURCE_FROM, REST_FROM),
  'rest.bin': ARCHIVE.subarray(REST_FROM, REST_TO),
};

function packed(name: string): PackedFile {
  const unpacked = contents[name] ?? new Uint8Array();
  const content = zstdCompressSync(unpacked);
  return { name, bytes: content.length, size: unpacked.length, digest: createHash('sha256').update(content).digest('hex') };
}

const files: PythonFiles = {
  folder: 'https://site.example/_python/abc/',
  wasm: packed('python.wasm.bin'),
  library: {
    start: packed('start.bin'),
    source: packed('source.bin'),
    rest: packed('rest.bin'),
    size: ARCHIVE.length,
    sourceFrom: SOURCE_FROM,
    restFrom: REST_FROM,
    restTo: REST_TO,
  },
  called: [],
  packages: '{}',
};

/** How each file was asked for. */
const asked: unknown[] = [];
let served: Map<string, Uint8Array>;
const kept = { fetch: globalThis.fetch, instantiateStreaming: WebAssembly.instantiateStreaming };

// The module takes `fetch` when it is loaded, out of the reach of what comes later.
globalThis.fetch = (address, options) => {
  asked.push(options);
  const found = served.get(String(address).slice(files.folder.length));
  return Promise.resolve(found === undefined ? new Response('no', { status: 404, statusText: 'Not Found' }) : new Response(Buffer.from(found)));
};
const { answerPyodide, emptyLibrary, fetchLibrary, fetchWasm, libraryOnDemand } = await import('../../../src/runtime/python-files.ts');

beforeEach(() => {
  served = new Map(Object.entries(contents).map(([name, content]) => [name, zstdCompressSync(content)]));
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

afterAll(() => {
  globalThis.fetch = kept.fetch;
});

const sizeOf = (name: string): number => served.get(name)?.length ?? 0;

describe('what a start fetches', () => {
  test('is unpacked, and counted as it is served', async () => {
    let bytes = 0;
    const count = (more: number): void => void (bytes += more);
    expect(await fetchWasm(files, count)).toBeInstanceOf(WebAssembly.Module);
    expect(bytes).toBe(sizeOf('python.wasm.bin'));
    const library = await fetchLibrary(files, count);
    expect(bytes).toBe(sizeOf('python.wasm.bin') + sizeOf('start.bin'));
    expect([...library]).toEqual([0x50, 2, 3, 0, 0, 0, 0, 0, 0, 10, 11, 12]);
  });

  test('that is not there is named, with what the host says', async () => {
    served.clear();
    await expect(fetchWasm(files, () => {})).rejects.toThrow('https://site.example/_python/abc/python.wasm.bin: 404 Not Found');
    await expect(fetchLibrary(files, () => {})).rejects.toThrow('start.bin: 404 Not Found');
  });

  test('that is damaged is refused', async () => {
    served.set('start.bin', zstdCompressSync(Uint8Array.of(0x50, 2, 4, 10, 11, 12)));
    await expect(fetchLibrary(files, () => {})).rejects.toThrow('start.bin is damaged');
    expect(asked.at(-1)).toEqual({});
  });

  test('that is damaged is refused by the browser itself on a page that is not served securely', async () => {
    vi.stubGlobal('crypto', {});
    expect((await fetchLibrary(files, () => {}))[2]).toBe(3);
    const digest = createHash('sha256').update(served.get('start.bin') ?? '').digest('base64');
    expect(asked.at(-1)).toEqual({ integrity: `sha256-${digest}` });
  });

  test('that is cut off or of another version is refused', async () => {
    served.set('start.bin', served.get('start.bin')?.slice(0, 10) ?? new Uint8Array());
    await expect(fetchLibrary(files, () => {})).rejects.toThrow('unexpected EOF');
    served.set('start.bin', zstdCompressSync(ARCHIVE.subarray(0, 5)));
    await expect(fetchLibrary(files, () => {})).rejects.toThrow('start.bin holds 5 bytes instead of 6');
  });
});

describe('what Pyodide would fetch itself', () => {
  const before = globalThis.fetch;
  afterEach(() => {
    globalThis.fetch = before;
    WebAssembly.instantiateStreaming = kept.instantiateStreaming;
  });

  test('is handed to it, and nothing else is', async () => {
    const module = await WebAssembly.compile(MODULE);
    const library = vi.fn(() => Promise.resolve());
    void answerPyodide(Promise.resolve(module), library);
    for (const request of ['https://x.example/python_stdlib.zip', new Request('https://x.example/python_stdlib.zip')]) {
      expect(await (await fetch(request)).text()).toBe('');
    }
    expect(library).toHaveBeenCalledTimes(2);
    const { module: same, instance } = await WebAssembly.instantiateStreaming(fetch('https://x.example/pyodide.asm.wasm'));
    expect(same).toBe(module);
    expect(instance).toBeInstanceOf(WebAssembly.Instance);
    await expect(fetch('https://elsewhere.example/')).rejects.toThrow('Python has no use for https://elsewhere.example/');
  });

  test('ends the start where it cannot be instantiated, which Pyodide alone would wait for for ever', async () => {
    vi.spyOn(WebAssembly, 'instantiate').mockRejectedValue(new RangeError('no memory'));
    const refused = answerPyodide(WebAssembly.compile(MODULE), () => Promise.resolve(ARCHIVE));
    await expect(WebAssembly.instantiateStreaming(fetch('https://x.example/pyodide.asm.wasm'))).rejects.toThrow('no memory');
    await expect(refused).rejects.toThrow('no memory');
  });

  test('ends the start where something cannot be fetched', async () => {
    const archive = Promise.resolve(ARCHIVE);
    await expect(answerPyodide(Promise.reject(new Error('no module')), () => archive)).rejects.toThrow('no module');
    const refused = answerPyodide(WebAssembly.compile(MODULE), () => Promise.reject(new Error('no library')));
    await expect(fetch('https://x.example/python_stdlib.zip')).rejects.toThrow('no library');
    await expect(refused).rejects.toThrow('no library');
  });
});

describe('the library on demand', () => {
  class ErrnoError extends Error {
    readonly errno: number;
    constructor(errno: number) {
      super();
      this.errno = errno;
    }
  }

  let requests: string[];
  let status: number;

  beforeEach(() => {
    requests = [];
    status = 200;
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    vi.stubGlobal('XMLHttpRequest', class {
      responseType = '';
      response: ArrayBuffer | null = null;
      #address = '';
      get status(): number {
        return status;
      }
      open(method: string, address: string, isAsynchronous: boolean): void {
        this.#address = address;
        requests.push(`${method} ${address} ${isAsynchronous ? 'later' : 'at once'}`);
      }
      send(): void {
        if (status === 0) throw new DOMException('offline', 'NetworkError');
        this.response = Uint8Array.from(served.get(this.#address.slice(files.folder.length)) ?? []).buffer;
      }
    });
  });

  /** The archive in Emscripten's file system, a way to read it, and how often a piece was missing. */
  async function mounted(archive: Uint8Array) {
    const missing = vi.fn();
    const stream = {
      read: (file: { node: { contents: Uint8Array } }, buffer: Int8Array, offset: number, length: number, position: number): number => {
        const found = file.node.contents.subarray(position, position + length);
        buffer.set(found, offset);
        return found.length;
      },
    };
    const nodes = new Map<string, { name: string; contents: Uint8Array; usedBytes: number; parent: { name: string } }>();
    const fileSystem = {
      ErrnoError,
      filesystems: { MEMFS: { ops_table: { file: { stream } } } },
      writeFile: (path: string, content: Uint8Array) => {
        const [folder = '', name = ''] = path.split('/').slice(-2);
        nodes.set(path, { name, contents: content, usedBytes: content.length, parent: { name: folder } });
      },
      lookupPath: (path: string) => ({ node: nodes.get(path) }),
    };
    // The parts of Emscripten's file system that are used; its type is Pyodide's whole one.
    await libraryOnDemand(files, () => archive, missing)(fileSystem as never, {} as never);
    for (const path of ['/home/python314.zip', '/lib/python314.zip', '/lib/other.zip']) fileSystem.writeFile(path, new Uint8Array());
    expect([...nodes.values()].map(({ usedBytes }) => usedBytes)).toEqual([0, ARCHIVE.length, 0]);
    expect(nodes.get('/lib/python314.zip')?.contents).toBe(archive);
    const read = (name: string, position: number, length: number, folder = 'lib'): number[] => {
      const buffer = new Int8Array(length);
      const node = { name, contents: archive, parent: { name: folder } };
      const count = stream.read({ node }, buffer, 0, length, position);
      return [...buffer.subarray(0, count)];
    };
    return { read, missing };
  }

  /** As a start from nothing leaves it. */
  const withStart = (): Uint8Array => ARCHIVE.slice().fill(0, SOURCE_FROM, REST_TO);

  test('has source and rest fetched when somebody reads from them, once, and while Python waits', async () => {
    const { read } = await mounted(withStart());
    expect(read('python314.zip', 9, 3)).toEqual([10, 11, 12]);
    // Who reads ahead gets as far as the next piece.
    expect(read('python314.zip', 1, 10)).toEqual([2, 3]);
    expect(requests).toEqual([]);
    expect(read('python314.zip', 3, 8)).toEqual([4, 5]);
    expect(read('python314.zip', 4, 1)).toEqual([5]);
    expect(requests).toEqual([`GET ${files.folder}source.bin at once`]);
    expect(read('python314.zip', 5, 8)).toEqual([6, 7, 8, 9]);
    expect(read('python314.zip', 6, 1)).toEqual([7]);
    expect(requests.slice(1)).toEqual([`GET ${files.folder}rest.bin at once`]);
  });

  test('has its beginning fetched after a start from a snapshot', async () => {
    const { read } = await mounted(emptyLibrary(files.library));
    expect(read('python314.zip', 0, 3)).toEqual([0x50, 2, 3]);
    expect(read('python314.zip', 9, 3)).toEqual([10, 11, 12]);
    expect(requests).toEqual([`GET ${files.folder}start.bin at once`]);
  });

  test('leaves other files alone, those of its name in other folders too', async () => {
    const { read } = await mounted(emptyLibrary(files.library));
    expect(read('other.zip', 5, 2)).toEqual([0, 0]);
    expect(read('python314.zip', 5, 2, 'reader')).toEqual([0, 0]);
    expect(requests).toEqual([]);
  });

  test.each([
    ['offline', 0],
    ['gone', 404],
  ])('that is %s is an error of reading, is told, and is asked for again', async (_, wrong) => {
    const { read, missing } = await mounted(withStart());
    status = wrong;
    expect(() => read('python314.zip', 4, 1)).toThrow(expect.objectContaining({ errno: EIO }));
    expect(missing).toHaveBeenCalledOnce();
    status = 200;
    expect(read('python314.zip', 4, 1)).toEqual([5]);
    expect(requests).toHaveLength(2);
  });

  test.each([
    ['a rest of another length', 'rest.bin', zstdCompressSync(ARCHIVE), 5],
    ['source of another length', 'source.bin', zstdCompressSync(ARCHIVE), 4],
    ['a beginning of another length', 'start.bin', zstdCompressSync(ARCHIVE), 0],
    ['a beginning that is damaged', 'start.bin', Uint8Array.of(1, 2, 3), 0],
  ])('with %s is an error of reading', async (_, name, bytes, position) => {
    const { read, missing } = await mounted(emptyLibrary(files.library));
    served.set(name, bytes);
    expect(() => read('python314.zip', position, 1)).toThrow(expect.objectContaining({ errno: EIO }));
    expect(missing).toHaveBeenCalledOnce();
  });
});
