import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const FOLDER = '.github/workflows/';
const files = readdirSync(FOLDER);

it('there are workflows', () => {
  expect(files).toEqual(expect.arrayContaining(['ci.yml', 'pages.yml']));
});

describe.each(files)('%s', (file) => {
  const text = readFileSync(FOLDER + file, 'utf8');

  it('names every action of others by the hash of a commit, and says which version that is', () => {
    const used = [...text.matchAll(/^\s*(?:-\s+)?uses:\s*(.*)$/gm)].map(([, action = '']) => action);
    expect(used.length).toBeGreaterThan(0);
    const own = /^\.\/\.github\/workflows\/[\w-]+\.yml$/;
    const pinned = /^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;
    expect(used.filter((action) => !own.test(action) && !pinned.test(action))).toEqual([]);
  });

  it('says what its token may do before any job does', () => {
    expect(text.slice(0, text.indexOf('\njobs:'))).toMatch(/^permissions:(?: \{\}|\n {2}contents: read)$/m);
  });
});
