/** The memory of a started Python that the browser keeps: used where it is sound, made anew where it is not, and shared by nobody. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { IslandOnPage } from './island.ts';
import { type Site, test } from './site.ts';

const CACHE = 'asyncio-live-python';
/** A header that only this test writes: it is gone where the snapshot has been made anew. */
const MARK = 'X-Mark';
const KEPT_BY_MS = 30_000;

async function openPlayground(page: Page, site: Site): Promise<IslandOnPage> {
  await page.goto(site.at('/playground/'));
  const island = new IslandOnPage(page, 'Playground');
  await island.showAllAtOnce();
  return island;
}

/** Runs a program on a page of its own, so that no interpreter is ready. */
async function runAnew(page: Page, site: Site, program: string): Promise<string[]> {
  const island = await openPlayground(page, site);
  await island.write(program);
  await island.runToEnd();
  return island.text();
}

/** Waits until a snapshot is kept, and says whether it is one that this test has marked. */
async function keptIsMarked(page: Page): Promise<boolean> {
  let marked: boolean | undefined;
  // Not `waitForFunction`: to that, a promise is true whatever comes of it.
  const look = async (): Promise<boolean | undefined> => {
    marked = await page.evaluate(
      async ([cache, mark]) => {
        const storage = await caches.open(cache);
        const [first] = await storage.keys();
        return first === undefined ? undefined : (await storage.match(first))?.headers.has(mark);
      },
      [CACHE, MARK] as const,
    );
    return marked;
  };
  await expect.poll(look, { timeout: KEPT_BY_MS }).toBeDefined();
  return marked === true;
}

/** Writes the kept snapshot back with the mark, and with one bit changed where `damaged`. */
async function markKept(page: Page, damaged: boolean): Promise<void> {
  await keptIsMarked(page);
  await page.evaluate(
    async ([cache, mark, change]) => {
      const storage = await caches.open(cache);
      const [key] = await storage.keys();
      const response = key === undefined ? undefined : await storage.match(key);
      if (key === undefined || response === undefined) throw new Error('no snapshot is kept');
      const bytes = new Uint8Array(await response.arrayBuffer());
      const middle = Math.floor(bytes.length / 2);
      if (change) bytes[middle] = (bytes[middle] ?? 0) ^ 1;
      await storage.put(key, new Response(bytes, { headers: { ...Object.fromEntries(response.headers), [mark]: 'yes' } }));
    },
    [CACHE, MARK, damaged] as const,
  );
}

test('a second visit starts from the snapshot of the first', async ({ firstVisit: page, site }) => {
  await runAnew(page, site, "print('first')");
  await markKept(page, false);
  expect(await runAnew(page, site, "print('second')")).toEqual(['second']);
  expect(await keptIsMarked(page)).toBe(true);
});

test('a damaged snapshot is not used: Python starts all the same, and another is kept', async ({ firstVisit: page, site }) => {
  await runAnew(page, site, "print('first')");
  await markKept(page, true);
  expect(await runAnew(page, site, "print('second')")).toEqual(['second']);
  expect(await keptIsMarked(page)).toBe(false);
});

test('no two runs share a random state, nor what a module made of it', async ({ firstVisit: page, site }) => {
  const program = 'import os, random, tempfile, uuid\nprint(random.random(), uuid.uuid4(), os.urandom(8).hex(), tempfile.mktemp())';
  const first = await runAnew(page, site, program);
  await keptIsMarked(page);
  const second = await runAnew(page, site, program);
  const third = await runAnew(page, site, program);
  const values = [first, second, third].flatMap(([line = '']) => line.split(' '));
  expect(values).toHaveLength(12);
  expect(new Set(values).size).toBe(12);
});

test('the rest of the standard library comes when a program asks for it', async ({ firstVisit: page, site }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url().split('/').at(-1) ?? ''));
  expect(await runAnew(page, site, 'import asyncio\nprint(asyncio.run.__name__)')).toEqual(['run']);
  expect(fetched).not.toContain('library-rest.bin');
  expect(await runAnew(page, site, 'import html\nprint(html.escape("<"))')).toEqual(['&lt;']);
  expect(fetched).toContain('library-rest.bin');
});

test('a traceback shows the lines of the library, which a start from a snapshot has not fetched', async ({ firstVisit: page, site }) => {
  const program = 'import json\njson.loads("{")';
  const first = await runAnew(page, site, program);
  await markKept(page, false);
  const second = await runAnew(page, site, program);
  expect(second).toEqual(first);
  expect(second.join('\n')).toContain('    obj, end = self.raw_decode(s, idx=_w(s, 0).end())');
});

test('a file of the program may be named as the library is', async ({ firstVisit: page, site }) => {
  const program = "open('python314.zip', 'w').write('mine')\nprint(open('python314.zip').read())";
  expect(await runAnew(page, site, program)).toEqual(['mine']);
});

test('without storage Python starts from nothing', async ({ firstVisit: page, site }) => {
  await page.context().route('**/worker-*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `delete WorkerGlobalScope.prototype.caches;\n${await response.text()}` });
  });
  expect(await runAnew(page, site, "import builtins\nprint('caches' in dir(builtins))")).toEqual(['False']);
  expect(await page.evaluate(async (cache) => (await (await caches.open(cache)).keys()).length, CACHE)).toBe(0);
});
