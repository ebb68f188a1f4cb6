import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { arrange } from '../../../src/site/python-package.ts';

/** Random letters: what they become in the archive is long enough to be a piece of its own. */
const text = (words: string): Uint8Array => new TextEncoder().encode(words + Array.from({ length: 100_000 }, () => Math.random().toString(36).at(2)).join(''));
const library = { 'a.py': text('a rest'), 'json/__init__.py': text('a start'), 'z.py': text('another start'), 'zoo.py': text('more rest') };

test('the archive holds every module, whichever piece it is in', () => {
  const { archive } = arrange(library, ['json/__init__.py', 'z.py']);
  expect(unzipSync(archive)).toEqual(library);
});

test('what a start uses is before the hole, and the directory after it', () => {
  const { archive, restFrom, restTo } = arrange(library, ['json/__init__.py', 'z.py']);
  const holed = archive.slice().fill(0, restFrom, restTo);
  const { 'json/__init__.py': json, 'z.py': z } = unzipSync(holed, { filter: ({ name }) => name.startsWith('json') || name === 'z.py' });
  expect([json, z]).toEqual([library['json/__init__.py'], library['z.py']]);
  expect(() => unzipSync(holed)).toThrow();
});
