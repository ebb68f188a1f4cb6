/**
 * Python's files, as the build lays them out (src/site/python-package.ts) and a browser's worker fetches them. They are
 * compressed by the build, so that hosts that compress nothing serve them as small as others do.
 */
import { gunzipSync } from 'fflate';
import type { Config } from './snapshot.ts';

export interface PythonFiles {
  /** Address of their folder, with a slash at its end. It is named after the content, and may be cached for ever. */
  readonly folder: string;
  /** Pyodide's `pyodide.asm.wasm`, gzipped, and how many bytes it is unpacked. */
  readonly wasm: string;
  readonly wasmSize: number;
  readonly library: LibraryFiles;
  /** Pyodide's list of packages, as JSON: there are none here, so a module that is not there is not there, as natively. */
  readonly packages: string;
  /** See `PythonSource`. */
  readonly called: readonly string[];
  /** How large they are as served. */
  readonly bytes: { readonly wasm: number; readonly libraryStart: number };
}

/**
 * The standard library is one zip archive. What every start imports comes first in it, then the rest, then its directory.
 * A start from nothing fetches all but the rest, one from a snapshot fetches nothing: what is not there is a hole until
 * somebody reads from it.
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

/** Where Pyodide puts the standard library. A program may have a file of that name elsewhere. */
const ARCHIVE = { folder: 'lib', name: 'python314.zip' };
/** errno of Emscripten: an error of input or output. */
const EIO = 29;

/** `answerPyodide` takes its place. */
const realFetch = globalThis.fetch.bind(globalThis);

/**
 * Fetches and unpacks a file that the build has gzipped. Its stream fails where the file is damaged (gzip has a checksum), or is
 * another than the build has made.
 * @param size in bytes, unpacked.
 * @param onBytes called with each piece's bytes, as served.
 * @throws (rejects) with the address and the status where there is no such file.
 */
async function fetchUnpacked(url: string, size: number, onBytes: (bytes: number) => void): Promise<ReadableStream<Uint8Array>> {
  const response = await realFetch(url);
  if (!response.ok || response.body === null) throw new Error(`${url}: ${response.status} ${response.statusText}`);
  let unpacked = 0;
  const measured = counting(
    (bytes) => (unpacked += bytes),
    () => {
      if (unpacked !== size) throw new Error(`${url} holds ${unpacked} bytes instead of ${size}`);
    },
  );
  return response.body.pipeThrough(counting(onBytes)).pipeThrough(new DecompressionStream('gzip')).pipeThrough(measured);
}

/** Lets bytes through and says how many. What `atEnd` throws is the stream's error. */
function counting(onBytes: (bytes: number) => void, atEnd = (): void => {}): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  return new TransformStream({
    transform(chunk, controller) {
      onBytes(chunk.byteLength);
      controller.enqueue(chunk);
    },
    flush: atEnd,
  });
}

/** @throws (rejects) if it cannot be fetched or is damaged. */
export async function fetchWasm(files: PythonFiles, onBytes: (bytes: number) => void): Promise<WebAssembly.Module> {
  const code = await fetchUnpacked(files.folder + files.wasm, files.wasmSize, onBytes);
  return WebAssembly.compileStreaming(new Response(code, { headers: { 'Content-Type': 'application/wasm' } }));
}

/**
 * The archive of the standard library with a hole where the rest belongs.
 * @throws (rejects) if it cannot be fetched or is damaged.
 */
export async function fetchLibrary({ folder, library }: PythonFiles, onBytes: (bytes: number) => void): Promise<Uint8Array<ArrayBuffer>> {
  const start = await fetchUnpacked(folder + library.start, startBytes(library), onBytes);
  const archive = emptyLibrary(library);
  placeStart(new Uint8Array(await new Response(start).arrayBuffer()), library, archive);
  return archive;
}

/** An archive that is all hole. */
export function emptyLibrary({ size }: LibraryFiles): Uint8Array<ArrayBuffer> {
  return new Uint8Array(size);
}

function startBytes({ size, restFrom, restTo }: LibraryFiles): number {
  return size - (restTo - restFrom);
}

function placeStart(start: Uint8Array, { restFrom, restTo }: LibraryFiles, archive: Uint8Array): void {
  archive.set(start.subarray(0, restFrom));
  archive.set(start.subarray(restFrom), restTo);
}

/**
 * Hands Pyodide what is being fetched, instead of what it would fetch itself. It asks by `fetch` and by
 * `WebAssembly.instantiateStreaming`, and where either fails it would wait for ever.
 * @param library for each start that it tries: the archive, which may have holes (`libraryOnDemand`).
 * @returns rejects where something cannot be fetched, or the module not be instantiated, for want of memory; never resolves.
 */
export function answerPyodide(module: Promise<WebAssembly.Module>, library: () => Promise<Uint8Array<ArrayBuffer>>): Promise<never> {
  const { promise: refused, reject: refuse } = Promise.withResolvers<never>();
  /** Somebody asks for it soon. */
  const orRefused = <T>(wanted: Promise<T>): Promise<T> => {
    wanted.catch(refuse);
    return wanted;
  };
  refused.catch(() => {});
  void orRefused(module);
  globalThis.fetch = async (request) => {
    const address = request instanceof Request ? request.url : String(request);
    if (address.endsWith('.zip')) return new Response(await orRefused(library()));
    if (address.endsWith('.wasm')) return new Response();
    throw new TypeError(`Python has no use for ${address}`);
  };
  WebAssembly.instantiateStreaming = async (_source, imports) => {
    const compiled = await module;
    return { module: compiled, instance: await orRefused(WebAssembly.instantiate(compiled, imports)) };
  };
  return refused;
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
  readonly node: FileNode;
}

interface FileNode {
  readonly name: string;
  readonly parent: { readonly name: string };
  readonly contents: Uint8Array;
}

/**
 * Fills the holes in the archive when they are first read from: the rest at the import of a module that a start does not
 * need, and after a start from a snapshot the beginning too, where a traceback shows a line of the library.
 * @param onMissing called where a piece cannot be had. Python has an `OSError` of it, which says nothing to a reader.
 */
export function libraryOnDemand({ folder, library }: PythonFiles, onMissing: () => void): FileSystemHook {
  // Programs have no way to the network: this one is kept from before.
  const Request = XMLHttpRequest;
  return (fileSystem) => {
    const { ErrnoError, filesystems } = fileSystem as unknown as MemoryFileSystem;
    const operations = filesystems.MEMFS.ops_table.file.stream;
    const read = operations.read;
    let hasStart = false;
    let hasRest = false;

    /** Python waits for it: an import cannot be suspended on every browser. */
    const fetchNow = (name: string): Uint8Array<ArrayBuffer> => {
      const request = new Request();
      try {
        request.open('GET', folder + name, false);
        request.responseType = 'arraybuffer';
        request.send();
        if (request.status === 200) return new Uint8Array(request.response as ArrayBuffer);
      } catch (error) {
        console.warn(error);
      }
      throw new ErrnoError(EIO);
    };
    const unpackNow = (name: string): Uint8Array => {
      const packed = fetchNow(name);
      try {
        return gunzipSync(packed);
      } catch (error) {
        console.warn(`${name} is damaged.`, error);
        throw new ErrnoError(EIO);
      }
    };
    const fillStart = ({ contents }: FileNode): void => {
      // Every archive begins with these letters (APPNOTE 4.3.7).
      if (contents[0] !== 'P'.charCodeAt(0)) {
        const start = unpackNow(library.start);
        if (start.length !== startBytes(library)) throw new ErrnoError(EIO);
        placeStart(start, library, contents);
      }
      hasStart = true;
    };
    const fillRest = ({ contents }: FileNode): void => {
      const rest = fetchNow(library.rest);
      if (rest.length !== library.restTo - library.restFrom) throw new ErrnoError(EIO);
      contents.set(rest, library.restFrom);
      hasRest = true;
    };

    const fill = (node: FileNode, inRest: boolean): void => {
      try {
        if (inRest && !hasRest) fillRest(node);
        if (!inRest && !hasStart) fillStart(node);
      } catch (error) {
        onMissing();
        throw error;
      }
    };

    operations.read = (stream, buffer, offset, length, position) => {
      const { node } = stream;
      if (node.name !== ARCHIVE.name || node.parent.name !== ARCHIVE.folder) return read(stream, buffer, offset, length, position);
      const inRest = position >= library.restFrom && position < library.restTo;
      fill(node, inRest);
      // Who reads ahead gets as far as the next piece.
      const end = position < library.restFrom ? library.restFrom : inRest ? library.restTo : library.size;
      return read(stream, buffer, offset, Math.min(length, end - position), position);
    };
    return Promise.resolve();
  };
}
