/** The built site as one file. Node. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { filesIn } from '../site/built-files.ts';

/** The earliest time that a zip archive knows, in no time zone: when a file was written says nothing about it. */
const NO_TIME = new Date(1980, 0, 1);

/**
 * All files of a folder as a zip archive, below a folder of its own. The same files give the same bytes, on every machine.
 * @param top the name of the folder in the archive.
 */
export function archiveOf(folder: string, top: string): Uint8Array {
  return zipSync(Object.fromEntries(filesIn(folder).map((path) => [`${top}/${path}`, [readFileSync(join(folder, path)), { level: 9, mtime: NO_TIME }] as const])));
}

/** As `sha256sum --check` reads it. */
export function checksumLine(archive: Uint8Array, name: string): string {
  return `${createHash('sha256').update(archive).digest('hex')}  ${name}\n`;
}
