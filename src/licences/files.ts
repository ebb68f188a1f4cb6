/** What LICENSES.md is made from, and where it goes. Node, in the root of the repository. */
import { readFileSync } from 'node:fs';
import type { LockedPackages } from './licences.ts';

export const LICENCES_FILE = 'LICENSES.md';

export function readLocked(): LockedPackages {
  // npm writes this file; what it may leave out is optional in the type.
  return (JSON.parse(readFileSync('package-lock.json', 'utf8')) as { readonly packages: LockedPackages }).packages;
}

/** The version of CPython that Pyodide brings, e.g. `3.14.2`. */
export function readPythonVersion(): string {
  // Pyodide writes this file with each of its releases.
  return (JSON.parse(readFileSync('node_modules/pyodide/pyodide-lock.json', 'utf8')) as { readonly info: { readonly python: string } }).info.python;
}
