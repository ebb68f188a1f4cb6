import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LICENCES_FILE, readLocked, readPythonVersion } from '../../../src/licences/files.ts';
import { ALLOWED_IN_THE_SITE, ALLOWED_TO_BUILD, licencesPage, otherPackages, shippedPackages } from '../../../src/licences/licences.ts';
import { BROWSER_LIBRARIES, BUILD_ONLY, SHIPPED_PARTS } from '../../../src/licences/shipped.ts';

const locked = readLocked();

describe('licences', () => {
  it('of what the site carries ask for no more than a notice', () => {
    expect(shippedPackages(locked).filter(({ licence }) => !ALLOWED_IN_THE_SITE.includes(licence))).toEqual([]);
  });

  it('of what builds and tests it are known and allowed', () => {
    expect(otherPackages(locked).filter(({ licence }) => !ALLOWED_TO_BUILD.includes(licence))).toEqual([]);
  });

  it('stand in LICENSES.md as package-lock.json has them; `npm run docs:licences` writes it', () => {
    expect(readFileSync(LICENCES_FILE, 'utf8')).toBe(licencesPage(locked, readPythonVersion()));
  });

  it('are told of each runtime dependency as of what it is: in the site, in part, or only to build it', () => {
    const told = [...BROWSER_LIBRARIES, ...Object.keys(SHIPPED_PARTS), ...BUILD_ONLY];
    expect(Object.keys(locked['']?.dependencies ?? {}).filter((name) => told.filter((one) => one === name).length !== 1)).toEqual([]);
  });
});

describe('the packages that the site carries', () => {
  const library = { version: '1.0.0', license: 'ISC', dependencies: { inner: '^2.0.0' } };
  const named = Object.fromEntries([...BROWSER_LIBRARIES, ...Object.keys(SHIPPED_PARTS)].map((name) => [`node_modules/${name}`, { version: '1.0.0', license: 'MIT' }]));
  const made = {
    ...named,
    'node_modules/fzstd': library,
    'node_modules/inner': { version: '1.0.0', license: 'MIT' },
    'node_modules/fzstd/node_modules/inner': { version: '2.0.0', license: 'MIT' },
    'node_modules/pyodide': { version: '1.0.0', license: 'MPL-2.0', dependencies: { ws: '1' } },
    'node_modules/native': { version: '3.0.0', license: 'LGPL-3.0-or-later', optionalDependencies: { 'native-x64': '3.0.0' } },
    'node_modules/native-x64': { version: '3.0.0' },
    'node_modules/stray': { version: '1.0.0' },
  };

  it('are libraries with what they import, in the version that they import', () => {
    const inner = shippedPackages(made).filter(({ name }) => name === 'inner');
    expect(inner).toEqual([{ name: 'inner', version: '2.0.0', licence: 'MIT' }]);
  });

  it('are no dependency of what is there only in part', () => {
    expect(shippedPackages(made).map(({ name }) => name)).not.toContain('ws');
  });

  it('leave the others', () => {
    expect(otherPackages(made)).toEqual([
      { name: 'inner', version: '1.0.0', licence: 'MIT' },
      { name: 'native', version: '3.0.0', licence: 'LGPL-3.0-or-later' },
      { name: 'native-x64', version: '3.0.0', licence: 'LGPL-3.0-or-later' },
      { name: 'stray', version: '1.0.0', licence: 'unknown' },
    ]);
  });

  it('must be in the lock file', () => {
    expect(() => shippedPackages({})).toThrow('package-lock.json has no @astrojs/starlight');
  });
});
