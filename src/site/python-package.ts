/**
 * Makes what the site serves of Python from npm's `pyodide`: compressed, and the standard library in two pieces. Node.
 * Kept (node-cache.ts), since gzip takes seconds.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Zippable, unzipSync, zipSync } from 'fflate';
import { cachedFile, hashOf } from '../runtime/node-cache.ts';
import { PYODIDE_FOLDER, calledByPyodide, readPythonHalf, usedLibrary, withoutPackages } from '../runtime/node-python.ts';
import type { PythonFiles } from '../runtime/python-files.ts';

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
const START = 'library-start.bin';
const REST = 'library-rest.bin';

/** `zipimport` looks for the directory in the last bytes: as many as the longest comment and the end records can take. */
const READ_AT_END_BYTES = 65_535 + 22 + 20 + 56;

let made: Promise<PythonPackage> | undefined;

export function pythonPackage(): Promise<PythonPackage> {
  made ??= makePackage();
  return made;
}

async function makePackage(): Promise<PythonPackage> {
  const read = (name: string): Buffer => readFileSync(join(PYODIDE_FOLDER, name));
  const wasm = await cached('wasm', [read('pyodide.asm.wasm')], () => compress(read('pyodide.asm.wasm')));
  const stock = read('python_stdlib.zip');
  const used = JSON.parse(
    Buffer.from(
      await cached('used', [stock, JSON.stringify(readPythonHalf())], async () => Buffer.from(JSON.stringify(await usedLibrary()))),
    ).toString(),
  ) as string[];
  const { archive, restFrom, restTo } = arrange(unzipSync(stock), used);
  const contents = {
    ...Object.fromEntries(Object.entries(SCRIPTS).map(([name, served]) => [served, read(name)])),
    [WASM]: wasm,
    [START]: compress(Buffer.concat([archive.subarray(0, restFrom), archive.subarray(restTo)])),
    [REST]: archive.subarray(restFrom, restTo),
  };
  return {
    folder: `_python/${hashOf(Object.values(contents))}/`,
    contents,
    files: {
      wasm: WASM,
      wasmSize: read('pyodide.asm.wasm').length,
      library: { start: START, rest: REST, size: archive.length, restFrom, restTo },
      packages: withoutPackages(),
      called: await calledByPyodide(),
      bytes: { wasm: contents[WASM].length, libraryStart: contents[START].length },
    },
  };
}

/**
 * The archive of the standard library in the order that python-files.ts describes.
 * @param used paths in it of what every start imports. These are stored as they are, since they are compressed together.
 */
export function arrange(
  library: Readonly<Record<string, Uint8Array>>,
  used: readonly string[],
): { readonly archive: Uint8Array; readonly restFrom: number; readonly restTo: number } {
  // The same bytes on every machine; zip knows no earlier time, in no time zone.
  const mtime = new Date(1980, 0, 1);
  const start: Zippable = {};
  const rest: Zippable = {};
  for (const [path, text] of Object.entries(library)) {
    if (used.includes(path)) start[path] = [text, { level: 0, mtime }];
    else rest[path] = [text, { level: 9, mtime }];
  }
  const archive = zipSync({ ...start, ...rest });
  const restTo = Math.min(directoryOffset(archive), Math.max(0, archive.length - READ_AT_END_BYTES));
  return { archive, restFrom: Math.min(directoryOffset(zipSync(start)), restTo), restTo };
}

/** Where the central directory of a zip archive without comment begins (APPNOTE 4.3.16). */
function directoryOffset(archive: Uint8Array): number {
  const END_RECORD_BYTES = 22;
  const OFFSET_FIELD = 16;
  return new DataView(archive.buffer, archive.byteOffset + archive.length - END_RECORD_BYTES).getUint32(OFFSET_FIELD, true);
}

function compress(bytes: Uint8Array): Buffer {
  return gzipSync(bytes, { level: 9 });
}

async function cached(...what: Parameters<typeof cachedFile>): Promise<Buffer> {
  return readFileSync(await cachedFile(...what));
}
