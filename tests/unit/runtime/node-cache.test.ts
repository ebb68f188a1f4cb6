import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base } from 'vitest';
import { cachedFile } from '../../../src/runtime/node-cache.ts';

const test = base.extend<{ readonly folder: string }>({
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'asyncio-live-cache-'));
    await use(folder);
    rmSync(folder, { recursive: true });
  },
});

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test('what has been made is not made again, until what it depends on changes', async ({ folder }) => {
  // A folder that is not there yet.
  const cache = join(folder, 'cache');
  let made = 0;
  const file = (from: string) => cachedFile('thing', [bytes('always the same'), from], () => bytes(`from ${from}, number ${++made}`), cache);
  const first = await file('one');
  expect(readFileSync(first, 'utf8')).toBe('from one, number 1');
  expect(await file('one')).toBe(first);
  expect(made).toBe(1);
  expect(readFileSync(await file('two'), 'utf8')).toBe('from two, number 2');
});

test('several that make it at once leave one whole file, and nothing unfinished', async ({ folder }) => {
  const files = await Promise.all(['a', 'b', 'c'].map((text) => cachedFile('thing', ['same'], async () => bytes(text), folder)));
  expect(new Set(files).size).toBe(1);
  expect(readdirSync(folder)).toHaveLength(1);
  expect(readFileSync(files[0] ?? '', 'utf8')).toMatch(/^[abc]$/);
});

test('what could not be made leaves nothing', async ({ folder }) => {
  const failing = () => Promise.reject(new Error('no Python'));
  await expect(cachedFile('thing', ['same'], failing, folder)).rejects.toThrow('no Python');
  expect(readdirSync(folder)).toEqual([]);
});
