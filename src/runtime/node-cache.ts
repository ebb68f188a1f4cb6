/** What takes seconds to make, kept in `node_modules/.cache`. Node. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CACHE_FOLDER = fileURLToPath(new URL('../../node_modules/.cache/asyncio-live/', import.meta.url));

/**
 * The path of a file with what `make` gives, made when there is none yet for `name` and `from`.
 * @param from all that the result depends on.
 */
export async function cachedFile(
  name: string,
  from: readonly (Uint8Array | string)[],
  make: () => Uint8Array | Promise<Uint8Array>,
  folder = CACHE_FOLDER,
): Promise<string> {
  const file = join(folder, `${name}-${hashOf(from)}`);
  if (existsSync(file)) return file;
  const bytes = await make();
  mkdirSync(folder, { recursive: true });
  // Several processes may do this at once: the name appears only when the file is whole.
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, bytes);
  renameSync(unfinished, file);
  return file;
}

/** A name for content, short enough for an address. */
export function hashOf(parts: readonly (Uint8Array | string)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex').slice(0, 16);
}
