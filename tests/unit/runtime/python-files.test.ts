import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PythonFiles } from '../../../src/runtime/python-files.ts';

/** A standard library of 12 bytes, of which those from 4 to 9 are the rest. Archives begin with a P. */
const ARCHIVE = Uint8Array.of(0x50, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
const [REST_FROM, REST_TO] = [4, 9];
/** The shortest module that there is. */
const MODULE = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
const EIO = 29;

const files: PythonFiles = {
  folder: 'https://site.example/_python/abc/',
  wasm: 'python.wasm.bin',
  wasmSize: MODULE.length,
  library: { start: 'start.bin', rest: 'rest.bin', size: ARCHIVE.length, restFrom: REST_FROM, restTo: REST_TO },
  called: [],
  packages: '{}',
  bytes: { wasm: 0, libraryStart: 0 },
};

let served: Map<string, Uint8Array>;
const kept = { fetch: globalThis.fetch, instantiateStreaming: WebAssembly.instantiateStreaming };

// The module takes `fetch` when it is loaded, out of the reach of what comes later.
globalThis.fetch = (address) => {
  const found = served.get(String(address).slice(files.folder.length));
  return Promise.resolve(found === undefined ? new Response('no', { status: 404, statusText: 'Not Found' }) : new Response(Buffer.from(found)));
};
const { answerPyodide, emptyLibrary, fetchLibrary, fetchWasm, libraryOnDemand } = await import('../../../src/runtime/python-files.ts');

beforeEach(() => {
  served = new Map([
    ['python.wasm.bin', gzipSync(MODULE)],
    ['start.bin', gzipSync(Buffer.concat([ARCHIVE.subarray(0, REST_FROM), ARCHIVE.subarray(REST_TO)]))],
    ['rest.bin', ARCHIVE.slice(REST_FROM, REST_TO)],
  ]);
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
    expect([...library]).toEqual([0x50, 2, 3, 4, 0, 0, 0, 0, 0, 10, 11, 12]);
  });

  test('that is not there is named, with what the host says', async () => {
    served.clear();
    await expect(fetchWasm(files, () => {})).rejects.toThrow('https://site.example/_python/abc/python.wasm.bin: 404 Not Found');
    await expect(fetchLibrary(files, () => {})).rejects.toThrow('start.bin: 404 Not Found');
  });

  test('that is cut off or of another version is refused', async () => {
    served.set('start.bin', served.get('start.bin')?.slice(0, 15) ?? new Uint8Array());
    await expect(fetchLibrary(files, () => {})).rejects.toThrow();
    served.set('start.bin', gzipSync(ARCHIVE.subarray(0, 5)));
    await expect(fetchLibrary(files, () => {})).rejects.toThrow('start.bin holds 5 bytes instead of 7');
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
    void answerPyodide(Promise.resolve(module), () => Promise.resolve(ARCHIVE));
    for (const request of ['https://x.example/python_stdlib.zip', new Request('https://x.example/python_stdlib.zip')]) {
      expect(new Uint8Array(await (await fetch(request)).arrayBuffer())).toEqual(ARCHIVE);
    }
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
  async function mounted(contents: Uint8Array) {
    const missing = vi.fn();
    const stream = {
      read: (file: { node: { contents: Uint8Array } }, buffer: Int8Array, offset: number, length: number, position: number): number => {
        const found = file.node.contents.subarray(position, position + length);
        buffer.set(found, offset);
        return found.length;
      },
    };
    const fileSystem = { ErrnoError, filesystems: { MEMFS: { ops_table: { file: { stream } } } } };
    // The parts of Emscripten's file system that are used; its type is Pyodide's whole one.
    await libraryOnDemand(files, missing)(fileSystem as never, {} as never);
    const read = (name: string, position: number, length: number, folder = 'lib'): number[] => {
      const buffer = new Int8Array(length);
      const node = { name, contents, parent: { name: folder } };
      const count = stream.read({ node }, buffer, 0, length, position);
      return [...buffer.subarray(0, count)];
    };
    return { read, missing };
  }

  /** As a start from nothing leaves it. */
  const withStart = (): Uint8Array => ARCHIVE.slice().fill(0, REST_FROM, REST_TO);

  test('has its rest fetched when somebody reads from it, once, and while Python waits', async () => {
    const { read } = await mounted(withStart());
    expect(read('python314.zip', 9, 3)).toEqual([10, 11, 12]);
    // Who reads ahead gets as far as the hole.
    expect(read('python314.zip', 2, 10)).toEqual([3, 4]);
    expect(requests).toEqual([]);
    expect(read('python314.zip', 4, 8)).toEqual([5, 6, 7, 8, 9]);
    expect(read('python314.zip', 5, 1)).toEqual([6]);
    expect(requests).toEqual([`GET ${files.folder}rest.bin at once`]);
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
    ['a rest of another length', 'rest.bin', ARCHIVE, 4],
    ['a beginning of another length', 'start.bin', gzipSync(ARCHIVE), 0],
    ['a beginning that is damaged', 'start.bin', Uint8Array.of(1, 2, 3), 0],
  ])('with %s is an error of reading', async (_, name, bytes, position) => {
    const { read, missing } = await mounted(emptyLibrary(files.library));
    served.set(name, bytes);
    expect(() => read('python314.zip', position, 1)).toThrow(expect.objectContaining({ errno: EIO }));
    expect(missing).toHaveBeenCalledOnce();
  });
});
