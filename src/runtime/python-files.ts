/**
 * Python's files, as the build lays them out (src/site/python-package.ts) and a browser's worker fetches them. They are
 * compressed by the build, so that hosts that compress nothing serve them as small as others do: by Zstandard, which makes
 * them a fifth smaller than gzip does, and which can be unpacked while Python waits.
 */
import { Decompress, decompress } from 'fzstd';
import { sha256 } from './digest.ts';
import { holdFinalizers } from './finalizers.ts';
import type { Config } from './snapshot.ts';

/** A file that the build has compressed. */
export interface PackedFile {
  readonly name: string;
  /** As it is served. */
  readonly bytes: number;
  /** Unpacked, in bytes. */
  readonly size: number;
  /** Of what is served, in hexadecimal: SHA-256. */
  readonly digest: string;
}

export interface PythonFiles {
  /** Address of their folder, with a slash at its end. It is named after the content, and may be cached for ever. */
  readonly folder: string;
  /** Pyodide's `pyodide.asm.wasm`. */
  readonly wasm: PackedFile;
  readonly library: LibraryFiles;
  /** Pyodide's list of packages, as JSON: there are none here, so a module that is not there is not there, as natively. */
  readonly packages: string;
  /** See `PythonSource`. */
  readonly called: readonly string[];
}

/**
 * The standard library is one zip archive, in three pieces. What every start imports comes first in it, compiled; then the
 * source of that, then all other modules, then the directory. A start from nothing fetches the first piece, to which the
 * directory belongs; one from a snapshot fetches nothing. What is not there is a hole until somebody reads from it.
 */
export interface LibraryFiles {
  readonly start: PackedFile;
  readonly source: PackedFile;
  readonly rest: PackedFile;
  /** Bytes of the whole archive. */
  readonly size: number;
  /** Where in it the pieces begin, in bytes, and where the last ends. */
  readonly sourceFrom: number;
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
 * Fetches a file and unpacks it as it comes. The stream fails where the file is cut off, damaged, or another than the build
 * has made.
 * @param onBytes called with each piece's bytes, as served.
 * @throws (rejects) with the address and the status where there is no such file.
 */
async function fetchUnpacked(folder: string, file: PackedFile, onBytes: (bytes: number) => void): Promise<ReadableStream<Uint8Array>> {
  const url = folder + file.name;
  // Zstandard's own checksum is not looked at by its decoder.
  const byBrowser = !('subtle' in crypto);
  const response = await realFetch(url, byBrowser ? { integrity: integrityOf(file) } : {});
  if (!response.ok || response.body === null) throw new Error(`${url}: ${response.status} ${response.statusText}`);
  const served: Uint8Array<ArrayBuffer>[] = [];
  let unpacked = 0;
  let decoder: Decompress;
  const unpacking = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array>({
    start(controller) {
      decoder = new Decompress((piece) => {
        unpacked += piece.length;
        if (piece.length > 0) controller.enqueue(piece);
      });
    },
    transform(chunk) {
      onBytes(chunk.length);
      if (!byBrowser) served.push(chunk);
      decoder.push(chunk);
    },
    async flush() {
      decoder.push(new Uint8Array(), true);
      if (unpacked !== file.size) throw new Error(`${url} holds ${unpacked} bytes instead of ${file.size}`);
      if (!byBrowser && (await sha256(await new Blob(served).arrayBuffer())) !== file.digest) throw new Error(`${url} is damaged`);
    },
  });
  return response.body.pipeThrough(unpacking);
}

/**
 * As in `<script integrity>`: the browser compares, also on pages that are not served securely; but nothing is handed on before it
 * is whole.
 */
function integrityOf({ digest }: PackedFile): string {
  const bytes = (digest.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16));
  return `sha256-${btoa(String.fromCharCode(...bytes))}`;
}

/** @throws (rejects) if it cannot be fetched or is damaged. */
export async function fetchWasm({ folder, wasm }: PythonFiles, onBytes: (bytes: number) => void): Promise<WebAssembly.Module> {
  const code = await fetchUnpacked(folder, wasm, onBytes);
  return WebAssembly.compileStreaming(new Response(code, { headers: { 'Content-Type': 'application/wasm' } }));
}

/**
 * The archive of the standard library with a hole where source and rest belong.
 * @throws (rejects) if it cannot be fetched or is damaged.
 */
export async function fetchLibrary({ folder, library }: PythonFiles, onBytes: (bytes: number) => void): Promise<Uint8Array<ArrayBuffer>> {
  const start = await fetchUnpacked(folder, library.start, onBytes);
  const archive = emptyLibrary(library);
  placeStart(new Uint8Array(await new Response(start).arrayBuffer()), library, archive);
  return archive;
}

/** An archive that is all hole. */
export function emptyLibrary({ size }: LibraryFiles): Uint8Array<ArrayBuffer> {
  return new Uint8Array(size);
}

function placeStart(start: Uint8Array, { sourceFrom, restTo }: LibraryFiles, archive: Uint8Array): void {
  archive.set(start.subarray(0, sourceFrom));
  archive.set(start.subarray(sourceFrom), restTo);
}

/**
 * Hands Pyodide what is being fetched, instead of what it would fetch itself. It asks by `fetch` and by
 * `WebAssembly.instantiateStreaming`, and where either fails it would wait for ever.
 * @param library for each start that it tries. What Pyodide then writes to its file is empty: `libraryOnDemand` fills it.
 * @returns rejects where something cannot be fetched, or the module not be instantiated, for want of memory; never resolves.
 */
export function answerPyodide(module: Promise<WebAssembly.Module>, library: () => Promise<unknown>): Promise<never> {
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
    if (address.endsWith('.zip')) await orRefused(library());
    else if (!address.endsWith('.wasm')) throw new TypeError(`Python has no use for ${address}`);
    return new Response();
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
  writeFile(path: string, content: unknown): void;
  lookupPath(path: string): { readonly node: FileNode };
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
  contents: Uint8Array;
  usedBytes: number;
}

/**
 * Puts the archive where Pyodide writes its own, and fills the holes when they are first read from: the rest at the import of
 * a module that a start does not need, the source where a traceback shows a line of the library.
 * @param archive what Pyodide is to have. It is not copied: of a hole no memory is used.
 * @param onMissing called where a piece cannot be had. Python has an `OSError` of it, which says nothing to a reader.
 */
export function libraryOnDemand({ folder, library }: PythonFiles, archive: () => Uint8Array, onMissing: () => void): FileSystemHook {
  // Programs have no way to the network: this one is kept from before.
  const Request = XMLHttpRequest;
  const withoutFinalizers = holdFinalizers();
  return (fileSystem) => {
    const files = fileSystem as unknown as MemoryFileSystem;
    const { ErrnoError, filesystems } = files;
    const operations = filesystems.MEMFS.ops_table.file.stream;
    const read = operations.read;
    const filled = new Set<PackedFile>();

    /** Python waits for it: an import cannot be suspended on every browser. */
    const fetchNow = ({ name, size }: PackedFile): Uint8Array => {
      const request = new Request();
      try {
        request.open('GET', folder + name, false);
        request.responseType = 'arraybuffer';
        withoutFinalizers(() => request.send());
        if (request.status === 200) {
          const unpacked = decompress(new Uint8Array(request.response as ArrayBuffer));
          if (unpacked.length === size) return unpacked;
        }
      } catch (error) {
        console.warn(`${name} cannot be had, or is damaged.`, error);
      }
      throw new ErrnoError(EIO);
    };
    const pieceAt = (position: number): PackedFile => {
      if (position < library.sourceFrom || position >= library.restTo) return library.start;
      return position < library.restFrom ? library.source : library.rest;
    };
    const fill = ({ contents }: FileNode, piece: PackedFile): void => {
      if (filled.has(piece)) return;
      // Every archive begins with these letters (APPNOTE 4.3.7): a start from nothing has brought its piece.
      if (piece !== library.start || contents[0] !== 'P'.charCodeAt(0)) {
        try {
          const unpacked = fetchNow(piece);
          if (piece === library.start) placeStart(unpacked, library, contents);
          else contents.set(unpacked, piece === library.source ? library.sourceFrom : library.restFrom);
        } catch (error) {
          onMissing();
          throw error;
        }
      }
      filled.add(piece);
    };

    operations.read = (stream, buffer, offset, length, position) => {
      const { node } = stream;
      if (node.name !== ARCHIVE.name || node.parent.name !== ARCHIVE.folder) return read(stream, buffer, offset, length, position);
      const piece = pieceAt(position);
      fill(node, piece);
      // Who reads ahead gets as far as the next piece.
      const end = [library.sourceFrom, library.restFrom, library.restTo].find((at) => at > position) ?? library.size;
      return read(stream, buffer, offset, Math.min(length, end - position), position);
    };

    const writeFile = files.writeFile.bind(files);
    files.writeFile = (path, content) => {
      writeFile(path, content);
      if (path !== `/${ARCHIVE.folder}/${ARCHIVE.name}`) return;
      files.writeFile = writeFile;
      const { node } = files.lookupPath(path);
      node.contents = archive();
      node.usedBytes = library.size;
    };
    return Promise.resolve();
  };
}
