/**
 * Makes what the site serves of Python from npm's `pyodide`: compressed, and the standard library in three pieces. Node.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, zstdCompressSync } from 'node:zlib';
import { unzipSync, zipSync } from 'fflate';
import { cachedFile, hashOf } from '../runtime/node-cache.ts';
import { PYODIDE_FOLDER, functionsCalled, pythonSource, readPythonHalf, withoutPackages } from '../runtime/node-python.ts';
import type { PackedFile, PythonFiles } from '../runtime/python-files.ts';
import { loadPython } from '../runtime/snapshot.ts';

/** Everything but the folder's address, which depends on where the site lives. */
export interface PythonPackage {
  /** Named after the content of the files in it. */
  readonly folder: string;
  /** By name. */
  readonly contents: Readonly<Record<string, Uint8Array>>;
  readonly files: Omit<PythonFiles, 'folder'>;
}

/**
 * Scripts must be served as they are: hosts compress these, and a module cannot be unpacked without evaluating text. To
 * nginx, and others, `.mjs` is no script, and browsers then refuse it. Pyodide looks for its own names in stack traces.
 */
const SCRIPTS = { 'pyodide.mjs': 'pyodide.mjs.js', 'pyodide.asm.mjs': 'pyodide.asm.mjs.js' };
const WASM = 'pyodide.asm.wasm.bin';

const COMPILE_LIBRARY = readFileSync(new URL('./compile_library.py', import.meta.url), 'utf8');

const MOST_COMPRESSION = 22;
/**
 * How far back a file refers to itself: 2 MiB. With 16 MiB the module would be 0.5 % smaller, and take twice the time to unpack
 * (fzstd 0.1.1 in Node 26: 98 and 208 ms).
 */
const WINDOW_BITS = 21;

/** `zipimport` looks for the directory in the last bytes: as many as the longest comment and the end records can take. */
const READ_AT_END_BYTES = 65_535 + 22 + 20 + 56;

let made: Promise<PythonPackage> | undefined;

export function pythonPackage(): Promise<PythonPackage> {
  made ??= makePackage();
  return made;
}

async function makePackage(): Promise<PythonPackage> {
  const read = (name: string): Buffer => readFileSync(join(PYODIDE_FOLDER, name));
  const stock = read('python_stdlib.zip');
  const compiled = await cached('compiled', [stock, COMPILE_LIBRARY, JSON.stringify(readPythonHalf())], compileLibrary);
  const { archive, sourceFrom, restFrom, restTo } = arrange(unzipSync(stock), unzipSync(compiled));
  const wasm = await pack(WASM, read('pyodide.asm.wasm'));
  const start = await pack('library-start.bin', Buffer.concat([archive.subarray(0, sourceFrom), archive.subarray(restTo)]));
  const source = await pack('library-source.bin', archive.subarray(sourceFrom, restFrom));
  const rest = await pack('library-rest.bin', archive.subarray(restFrom, restTo));
  const contents = {
    ...Object.fromEntries(Object.entries(SCRIPTS).map(([name, served]) => [served, read(name)])),
    ...Object.fromEntries([wasm, start, source, rest].map(({ file, content }) => [file.name, content])),
  };
  return {
    folder: `_python/${hashOf(Object.values(contents))}/`,
    contents,
    files: {
      wasm: wasm.file,
      library: { start: start.file, source: source.file, rest: rest.file, size: archive.length, sourceFrom, restFrom, restTo },
      packages: withoutPackages(),
      called: await functionsCalled(),
    },
  };
}

/** What an interpreter has imported before it is given a program, compiled: a zip archive. */
async function compileLibrary(): Promise<Uint8Array> {
  const pyodide = await loadPython(await pythonSource());
  pyodide.runPython(COMPILE_LIBRARY);
  return pyodide.FS.readFile('/compiled.zip');
}

/**
 * The archive of the standard library in the order that python-files.ts describes. Nothing in it is compressed, since its pieces
 * are compressed as wholes.
 * @param compiled what every start imports, by its path with `c` at the end.
 */
export function arrange(
  library: Readonly<Record<string, Uint8Array>>,
  compiled: Readonly<Record<string, Uint8Array>>,
): { readonly archive: Uint8Array; readonly sourceFrom: number; readonly restFrom: number; readonly restTo: number } {
  const isUsed = (path: string): boolean => `${path}c` in compiled;
  const source = Object.fromEntries(Object.entries(library).filter(([path]) => isUsed(path)));
  const rest = Object.fromEntries(Object.entries(library).filter(([path]) => !isUsed(path)));
  const archive = zip({ ...compiled, ...source, ...rest });
  const restTo = Math.min(directoryOffset(archive), Math.max(0, archive.length - READ_AT_END_BYTES));
  const end = (files: Readonly<Record<string, Uint8Array>>): number => Math.min(directoryOffset(zip(files)), restTo);
  return { archive, sourceFrom: end(compiled), restFrom: end({ ...compiled, ...source }), restTo };
}

function zip(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  // The same bytes on every machine; zip knows no earlier time, in no time zone.
  return zipSync(files, { level: 0, mtime: new Date(1980, 0, 1) });
}

/** Where the central directory of a zip archive without comment begins (APPNOTE 4.3.16). */
function directoryOffset(archive: Uint8Array): number {
  const END_RECORD_BYTES = 22;
  const OFFSET_FIELD = 16;
  return new DataView(archive.buffer, archive.byteOffset + archive.length - END_RECORD_BYTES).getUint32(OFFSET_FIELD, true);
}

/** Compresses a file, once for all builds: it takes seconds. */
async function pack(name: string, unpacked: Uint8Array): Promise<{ readonly file: PackedFile; readonly content: Uint8Array }> {
  const params = { [constants.ZSTD_c_compressionLevel]: MOST_COMPRESSION, [constants.ZSTD_c_windowLog]: WINDOW_BITS };
  const content = await cached('packed', [unpacked, JSON.stringify(params)], () => zstdCompressSync(unpacked, { params }));
  const digest = createHash('sha256').update(content).digest('hex');
  return { file: { name, bytes: content.length, size: unpacked.length, digest }, content };
}

async function cached(...what: Parameters<typeof cachedFile>): Promise<Buffer> {
  return readFileSync(await cachedFile(...what));
}
