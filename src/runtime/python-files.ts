/**
 * Python's files, as the build lays them out (src/site/python-package.ts) and a browser's worker fetches them. They are
 * compressed by the build, so that hosts that compress nothing serve them as small as others do.
 */
import type { Config } from './snapshot.ts';

export interface PythonFiles {
  /** Address of their folder, with a slash at its end. It is named after the content, and may be cached for ever. */
  readonly folder: string;
  /** Pyodide's `pyodide.asm.wasm`, gzipped. */
  readonly wasm: string;
  readonly library: LibraryFiles;
  /** Pyodide's list of packages, as JSON: there are none here, so a module that is not there is not there, as natively. */
  readonly packages: string;
  /** What a start fetches, in bytes as they are served, apart from scripts. */
  readonly bytes: number;
}

/**
 * The standard library is one zip archive. What every start imports comes first in it, then the rest, then its directory.
 * A start fetches all but the rest, which stays a hole until somebody reads from it.
 */
export interface LibraryFiles {
  /** The archive without the rest, gzipped. */
  readonly start: string;
  readonly rest: string;
  /** Bytes of the whole archive. */
  readonly size: number;
  /** Where in it the rest begins and ends, in bytes. */
  readonly restFrom: number;
  readonly restTo: number;
}

/** Where Pyodide puts the standard library. */
const ARCHIVE = 'python314.zip';
/** errno of Emscripten: an error of input or output. */
const EIO = 29;

/**
 * Fetches and unpacks a file that the build has gzipped.
 * @param onBytes called with each piece's bytes, as served.
 * @throws (rejects) with the address and the status where there is no such file.
 */
export async function fetchUnpacked(url: string, onBytes: (bytes: number) => void): Promise<ReadableStream<Uint8Array>> {
  const response = await fetch(url);
  if (!response.ok || response.body === null) throw new Error(`${url}: ${response.status} ${response.statusText}`);
  const counting = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      onBytes(chunk.byteLength);
      controller.enqueue(chunk);
    },
  });
  return response.body.pipeThrough(counting).pipeThrough(new DecompressionStream('gzip'));
}

/** @throws (rejects) if it cannot be fetched or is damaged. */
export async function fetchWasm(files: PythonFiles, onBytes: (bytes: number) => void): Promise<WebAssembly.Module> {
  const code = await fetchUnpacked(files.folder + files.wasm, onBytes);
  return WebAssembly.compileStreaming(new Response(code, { headers: { 'Content-Type': 'application/wasm' } }));
}

/**
 * The archive of the standard library with a hole where the rest belongs.
 * @throws (rejects) if it cannot be fetched or is damaged.
 */
export async function fetchLibrary({ folder, library }: PythonFiles, onBytes: (bytes: number) => void): Promise<Uint8Array<ArrayBuffer>> {
  const start = new Uint8Array(await new Response(await fetchUnpacked(folder + library.start, onBytes)).arrayBuffer());
  const expected = library.size - (library.restTo - library.restFrom);
  if (start.length !== expected) throw new Error(`${library.start} holds ${start.length} bytes instead of ${expected}`);
  const archive = new Uint8Array(library.size);
  archive.set(start.subarray(0, library.restFrom));
  archive.set(start.subarray(library.restFrom), library.restTo);
  return archive;
}

/**
 * Hands Pyodide what has been fetched, instead of what it would fetch itself. It asks by `fetch` and by
 * `WebAssembly.instantiateStreaming`, and where a file is missing it would wait for ever.
 */
export function answerPyodide(module: WebAssembly.Module, library: Uint8Array<ArrayBuffer>): void {
  globalThis.fetch = (request) => {
    const address = request instanceof Request ? request.url : String(request);
    if (address.endsWith('.zip')) return Promise.resolve(new Response(library));
    if (address.endsWith('.wasm')) return Promise.resolve(new Response());
    return Promise.reject(new TypeError(`Python has no use for ${address}`));
  };
  WebAssembly.instantiateStreaming = async (_source, imports) => ({ module, instance: await WebAssembly.instantiate(module, imports) });
}

type FileSystemHook = NonNullable<Config['fsInit']>;

/** The parts of Emscripten's file system in memory that are used here; Pyodide does not type them. */
interface MemoryFileSystem {
  readonly ErrnoError: new (errno: number) => Error;
  readonly filesystems: { readonly MEMFS: { readonly ops_table: { readonly file: { readonly stream: StreamOperations } } } };
}

interface StreamOperations {
  read(stream: OpenFile, buffer: Int8Array, offset: number, length: number, position: number): number;
}

interface OpenFile {
  readonly node: { readonly name: string; readonly contents: Uint8Array };
}

/** Fills the hole in the archive when it is first read from: at the import of a module that a start does not need. */
export function restOnDemand({ folder, library }: PythonFiles): FileSystemHook {
  // Programs have no way to the network: this one is kept from before.
  const Request = XMLHttpRequest;
  return (fileSystem) => {
    const { ErrnoError, filesystems } = fileSystem as unknown as MemoryFileSystem;
    const operations = filesystems.MEMFS.ops_table.file.stream;
    const read = operations.read;
    operations.read = (stream, buffer, offset, length, position) => {
      if (stream.node.name !== ARCHIVE || position >= library.restTo) return read(stream, buffer, offset, length, position);
      // Who reads ahead gets as far as the hole.
      if (position < library.restFrom) return read(stream, buffer, offset, Math.min(length, library.restFrom - position), position);
      const request = new Request();
      try {
        // Python waits for it: an import cannot be suspended on every browser.
        request.open('GET', folder + library.rest, false);
        request.responseType = 'arraybuffer';
        request.send();
      } catch (error) {
        console.warn(error);
      }
      const rest = request.response as ArrayBuffer | null;
      if (request.status !== 200 || rest?.byteLength !== library.restTo - library.restFrom) throw new ErrnoError(EIO);
      stream.node.contents.set(new Uint8Array(rest), library.restFrom);
      operations.read = read;
      return read(stream, buffer, offset, length, position);
    };
    return Promise.resolve();
  };
}
