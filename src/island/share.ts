/**
 * A program as part of a link, `/playground/#code=1.<data>`, so that it can be shared without a server.
 *
 * The data is the program in UTF-8, compressed (zlib, whose checksum tells a damaged link from a whole one), in base64url.
 * The number before it is the version of this format: links live for ever, so a new format gets a new number and the old
 * ones stay readable. What a link holds is data from a stranger: it is shown, never run by itself.
 */
const VERSION = '1';
const KEY = 'code';
/** In bytes. Far more than a program that somebody reads, far less than what stops a page. */
const LARGEST_PROGRAM = 1_000_000;

export type SharedProgram =
  | { readonly found: 'program'; readonly source: string }
  /** The address holds no program. */
  | { readonly found: 'nothing' }
  /** `version`: made by a newer version of this site. `size`: larger than any program. `damaged`: the rest, cut links for example. */
  | { readonly found: 'problem'; readonly problem: 'damaged' | 'version' | 'size' };

/** The part of a link that carries `source`, beginning with `#`. */
export async function shareHash(source: string): Promise<string> {
  const bytes = await pipe(new TextEncoder().encode(source), new CompressionStream('deflate'), Infinity);
  if (bytes === null) throw new Error('unreachable: there is no limit');
  return `#${KEY}=${VERSION}.${toBase64Url(bytes)}`;
}

/** Reads `location.hash`. Never throws, whatever stands there. */
export async function readShareHash(hash: string): Promise<SharedProgram> {
  const value = new URLSearchParams(hash.replace(/^#/u, '')).get(KEY);
  if (value === null) return { found: 'nothing' };
  const [, version = '', data = ''] = /^(\d+)\.(.*)$/su.exec(value) ?? [];
  if (version === '') return { found: 'problem', problem: 'damaged' };
  if (version !== VERSION) return { found: 'problem', problem: 'version' };
  try {
    const bytes = await pipe(fromBase64Url(data), new DecompressionStream('deflate'), LARGEST_PROGRAM);
    if (bytes === null) return { found: 'problem', problem: 'size' };
    return { found: 'program', source: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { found: 'problem', problem: 'damaged' };
  }
}

/** All of `bytes` through `stream`, or null as soon as more than `limit` bytes have come out. */
async function pipe(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  // Not `for await`: Safari came to it late.
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    chunks.push(next.value);
    size += next.value.length;
    if (size <= limit) continue;
    await reader.cancel();
    return null;
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/u, '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));
}
