import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { arrange } from '../../../src/site/python-package.ts';

/** Random letters: what they become in the archive is long enough to be a piece of its own. */
const text = (words: string): Uint8Array => new TextEncoder().encode(words + Array.from({ length: 100_000 }, () => Math.random().toString(36).at(2)).join(''));
const library = { 'a.py': text('a rest'), 'json/__init__.py': text('a start'), 'z.py': text('another start'), 'zoo.py': text('more rest') };
const compiled = { 'json/__init__.pyc': text('compiled'), 'z.pyc': text('compiled, too') };

test('the archive holds every module, whichever piece it is in, and what is compiled', () => {
  const { archive } = arrange(library, compiled);
  expect(unzipSync(archive)).toEqual({ ...library, ...compiled });
});

/** What can be read of the archive without the bytes between. */
function readable(from: number, to: number) {
  const holed = arrange(library, compiled).archive.slice().fill(0, from, to);
  return Object.keys(compiled).concat(Object.keys(library)).filter((path) => {
    try {
      const found = unzipSync(holed, { filter: ({ name }) => name === path })[path];
      return found !== undefined && Buffer.compare(found, { ...library, ...compiled }[path] ?? new Uint8Array()) === 0;
    } catch {
      return false;
    }
  });
}

test('what is compiled comes first, then its source, then the rest, and the directory behind', () => {
  const { sourceFrom, restFrom, restTo } = arrange(library, compiled);
  expect(readable(sourceFrom, restTo)).toEqual(['json/__init__.pyc', 'z.pyc']);
  expect(readable(restFrom, restTo)).toEqual(['json/__init__.pyc', 'z.pyc', 'json/__init__.py', 'z.py']);
  expect(readable(sourceFrom, restFrom)).toEqual(['json/__init__.pyc', 'z.pyc', 'a.py', 'zoo.py']);
});
