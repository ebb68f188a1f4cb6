import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Paths of all files in a folder and below, relative to it, with slashes, in one order on every machine. Build side. */
export function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(join(folder, '/').length).replaceAll('\\', '/'))
    .sort();
}
