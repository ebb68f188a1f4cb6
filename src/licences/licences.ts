/** LICENSES.md: under which licences stands what the site is made of. Pure. */
import { BROWSER_LIBRARIES, SHIPPED_PARTS } from './shipped.ts';

/** An entry of package-lock.json's `packages`. */
export interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** `packages` of package-lock.json: by path, the empty one is this project. */
export type LockedPackages = Readonly<Record<string, Locked>>;

export interface Package {
  readonly name: string;
  readonly version: string;
  /** An SPDX expression, or `unknown`. */
  readonly licence: string;
}

/** What may be in the site: licences that ask for no more than a notice, and for changed files of that licence to stay open. */
export const ALLOWED_IN_THE_SITE: readonly string[] = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT', 'MPL-2.0', 'PSF-2.0'];

/**
 * What may build and test the site besides. LGPL is that of libvips, in the native parts of sharp: Astro's image service,
 * which runs at build time at most and leaves none of its code in the site, so nothing of it is handed on. CC-BY is that of
 * the table of browsers that Stryker's parser brings.
 */
export const ALLOWED_TO_BUILD: readonly string[] = [
  ...ALLOWED_IN_THE_SITE,
  '(MIT OR CC0-1.0)',
  'Apache-2.0 AND LGPL-3.0-or-later',
  'Apache-2.0 AND LGPL-3.0-or-later AND MIT',
  'BlueOak-1.0.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'LGPL-3.0-or-later',
  'Python-2.0',
];

/** Longer lists of names say nothing to a reader; package-lock.json has them. */
const NAMED_UP_TO = 20;

const MODULES = 'node_modules/';

/** The packages that the site carries, by name. Throws if one is not in the lock file. */
export function shippedPackages(locked: LockedPackages): readonly Package[] {
  const paths = new Set(Object.keys(SHIPPED_PARTS).map((name) => pathOf(locked, '', name)));
  const add = (path: string): void => {
    if (paths.has(path)) return;
    paths.add(path);
    for (const name of Object.keys(locked[path]?.dependencies ?? {})) add(pathOf(locked, path, name));
  };
  for (const name of BROWSER_LIBRARIES) add(pathOf(locked, '', name));
  return packagesAt(locked, [...paths]);
}

/** All packages but those that the site carries, by name. One of several versions is there as often. */
export function otherPackages(locked: LockedPackages): readonly Package[] {
  const shipped = new Set(shippedPackages(locked).map(idOf));
  return packagesAt(locked, Object.keys(locked).filter((path) => path !== '')).filter((one) => !shipped.has(idOf(one)));
}

/** @param python version of CPython in Pyodide, e.g. `3.14.2` */
export function licencesPage(locked: LockedPackages, python: string): string {
  const minor = python.split('.').slice(0, 2).join('.');
  const byLicence = Map.groupBy(otherPackages(locked), ({ licence }) => licence);
  const groups = [...byLicence].sort(([a, some], [b, more]) => more.length - some.length || (a < b ? -1 : 1));
  return `# Licences

Written by \`npm run docs:licences\`, from package-lock.json. The site itself stands under the [MIT licence](LICENSE).

## What the built site carries

| Package | Version | Licence | What of it |
|---|---|---|---|
| CPython and its standard library, in Pyodide | ${python} | PSF-2.0 | [with the licences of what it contains](https://docs.python.org/${minor}/license.html) |
${shippedPackages(locked).map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} | ${SHIPPED_PARTS[name] ?? ''} |\n`).join('')}
## What builds and tests it

These run where the site is built or tested, and not in the page.

| Licence | Packages | Names |
|---|--:|---|
${groups.map(([licence, all]) => `| ${licence} | ${all.length} | ${namesOf(all)} |\n`).join('')}`;
}

function namesOf(packages: readonly Package[]): string {
  return packages.length > NAMED_UP_TO ? '' : [...new Set(packages.map(({ name }) => name))].join(', ');
}

function packagesAt(locked: LockedPackages, paths: readonly string[]): readonly Package[] {
  const all = paths.map((path) => ({ name: nameAt(path), version: locked[path]?.version ?? '', licence: licenceAt(locked, path) }));
  const once = new Map(all.map((one) => [idOf(one), one]));
  return [...once.values()].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
}

/**
 * npm writes no licence of a package that the machine has not installed. Such a package is the form of another for another
 * system, whose licence it has.
 */
function licenceAt(locked: LockedPackages, path: string): string {
  const own = locked[path]?.license;
  const asks = own === undefined ? Object.values(locked).find((by) => nameAt(path) in (by.optionalDependencies ?? {})) : undefined;
  // One package spells its licence in capitals.
  return (own ?? asks?.license ?? 'unknown').replace('APACHE', 'Apache');
}

/** Where Node finds a package that the one at `from` imports. */
function pathOf(locked: LockedPackages, from: string, name: string): string {
  const found = [`${from}/${MODULES}${name}`, `${MODULES}${name}`].find((path) => path in locked);
  if (found === undefined) throw new Error(`package-lock.json has no ${name}: src/licences/shipped.ts names packages that are no longer there.`);
  return found;
}

function nameAt(path: string): string {
  return path.slice(path.lastIndexOf(MODULES) + MODULES.length);
}

function idOf({ name, version }: Package): string {
  return `${name} ${version}`;
}
