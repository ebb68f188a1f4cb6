/** Files of the runtime and of the editor do not come, or not as they were built. */
import type { BrowserContext, Route } from 'playwright-core';
import { expect } from 'vitest';
import { gzipSync } from 'node:zlib';
import { languages } from '../../../src/i18n/words.ts';
import type { Language } from '../../../src/i18n/ui.ts';
import { browserName } from '../browsers.ts';
import { type Fixtures, letGo, test } from '../site.ts';
import { OWN_LINE, Reader, inEachLanguage } from './reader.ts';
import { hardCases } from './record.ts';

const PYTHON = ['pyodide.asm.wasm.bin', 'library-start.bin', 'pyodide.mjs.js', 'pyodide.asm.mjs.js'];
const BINARY = ['pyodide.asm.wasm.bin', 'library-start.bin'];
const SCRIPTS = ['worker-*.js', 'session.*.js'];
/** A browser that has read a script and found it damaged does not fetch it again for the same page; Firefox does not if it got none, either. */
const READ_ONCE = ['session.*.js'];
const inFirefox = browserName === 'firefox';

type Answer = (route: Route) => Promise<void>;

/** How each of these files is served, one at a time. */
interface Misfortune {
  readonly id: string;
  readonly files: readonly string[];
  readonly answer: Answer;
}

/** The smallest module of WebAssembly that is one, and a zip archive of nothing: sound, and not what belongs here. */
const OTHER_MODULE = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

const misfortunes: readonly Misfortune[] = [
  { id: 'files-unreachable', files: [...PYTHON, ...SCRIPTS], answer: (route) => route.abort() },
  { id: 'files-missing', files: [...PYTHON, ...SCRIPTS], answer: (route) => route.fulfill({ status: 404, body: 'Not found' }) },
  { id: 'files-cut-off', files: [...PYTHON, ...SCRIPTS], answer: withBody((body) => body.subarray(0, body.length / 2)) },
  { id: 'files-damaged', files: BINARY, answer: withBody((body) => body.fill(0, 20, 2000)) },
  { id: 'files-of-another-version', files: BINARY, answer: withBody(() => gzipSync(OTHER_MODULE)) },
];

const LONGEST_MS = 240_000;

const held = hardCases('files', [...misfortunes.map(({ id }) => id), 'files-slow', 'files-hanging', 'library-missing', 'editor-missing', 'new-deployment']);

function withBody(change: (body: Buffer) => Buffer): Answer {
  return async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: change(await response.body()) });
  };
}

/**
 * A reader with a program of their own, in a browser that has never been here. Their first press of Run, or of a key in
 * the editor, is what fetches Python: so `arrange` comes before.
 */
async function newReader({ open, site }: Pick<Fixtures, 'open' | 'site'>, language: Language, arrange: (context: BrowserContext) => unknown, end?: string): Promise<Reader> {
  const context = await open();
  const reader = new Reader(await context.newPage(), language);
  await arrange(context);
  await reader.arrives(site, language);
  await reader.changesTheProgram(end);
  return reader;
}

test.for(misfortunes)('$id', { timeout: LONGEST_MS }, async ({ id, files, answer }, { open, site, browser }) => {
  const said: Partial<Record<Language, string>> = {};
  for (const [index, file] of files.entries()) {
    // Each file takes half a minute on a busy machine, so they take turns.
    const language = languages[index % languages.length] ?? 'en';
    const reader = await newReader({ open, site }, language, (context) => context.route(`**/${file}`, answer));
    await reader.island.run.click();
    const told = await reader.losesNothing(file);
    expect(told, file).toBe(said[language] ?? told);
    said[language] = told;
    await letGo(reader.page.context());
    if ((inFirefox || id === 'files-cut-off') && READ_ONCE.includes(file)) await reader.page.reload();
    await reader.runs(file);
    await reader.findsTheOriginal();
    await reader.page.context().close();
  }
  held(id, said, browser);
});

/** @returns what lets go of a file of Python's that is not served before. */
async function holdBack(context: BrowserContext): Promise<() => void> {
  const released = Promise.withResolvers<void>();
  await context.route('**/library-start.bin', async (route) => {
    await released.promise;
    await route.continue();
  });
  return released.resolve;
}

/** What the page says while Python is on its way: how far it has come. */
async function toldOfProgress(reader: Reader): Promise<string> {
  await reader.island.region.and(reader.page.locator('[data-state=loading]')).waitFor({ state: 'attached' });
  await expect.poll(() => reader.isTold()).toMatch(/ MB/);
  return reader.isTold();
}

test('files-slow', { timeout: LONGEST_MS }, async ({ open, site, browser }) => {
  const said = await inEachLanguage(async (language) => {
    let release = (): void => {};
    const reader = await newReader({ open, site }, language, async (context) => (release = await holdBack(context)));
    await reader.island.run.click();
    const told = await toldOfProgress(reader);
    await reader.hasOwnProgram();
    await reader.seesRecordedRun();
    release();
    await reader.seesOwnRun();
    await reader.findsTheOriginal();
    return told;
  });
  held('files-slow', said, browser);
});

test('files-hanging', { timeout: LONGEST_MS }, async ({ open, site, browser }) => {
  const said = await inEachLanguage(async (language) => {
    const reader = await newReader({ open, site }, language, holdBack);
    await reader.island.run.click();
    await toldOfProgress(reader);
    await reader.island.stop.click();
    await reader.island.reaches('stopped');
    const told = await reader.isTold();
    await reader.seesRecordedRun();
    await letGo(reader.page.context());
    await reader.runs();
    await reader.findsTheOriginal();
    return told;
  });
  held('files-hanging', said, browser);
});

/** `html` is in the part of the library that is fetched when a program asks for it. */
const IMPORTS = `import html\nprint(html.unescape("${OWN_LINE}"))`;

test('library-missing', { timeout: LONGEST_MS }, async ({ open, site, browser }) => {
  const said = await inEachLanguage(async (language) => {
    const reader = await newReader({ open, site }, language, (context) => context.route('**/library-rest.bin', (route) => route.abort()), IMPORTS);
    const { island, words } = reader;
    await island.runToEnd();
    await reader.isNoted(words.noLibrary);
    expect((await island.text()).at(-1)).toMatch(/^OSError: /);
    await reader.hasOwnProgram();
    await letGo(reader.page.context());
    await reader.runs();
    await reader.isNoted(words.edited);
    await reader.findsTheOriginal();
    return words.noLibrary;
  });
  held('library-missing', said, browser);
});

test('editor-missing', { timeout: LONGEST_MS }, async ({ open, site, browser }) => {
  const said = await inEachLanguage(async (language) => {
    const reader = new Reader(await (await open()).newPage(), language);
    const context = reader.page.context();
    await context.route('**/editor*.js', (route) => route.abort());
    await reader.arrives(site, language);
    const { island } = reader;
    await island.code.click();
    await reader.isNoted(reader.words.noEditor);
    await island.runToEnd();
    await reader.seesRecordedRun();
    await letGo(context);
    if (inFirefox) await reader.page.reload();
    await reader.changesTheProgram();
    await reader.runs();
    await reader.findsTheOriginal();
    return reader.words.noEditor;
  });
  held('editor-missing', said, browser);
});

/** The site as it is after a new deployment: other scripts in the page, and none of the old files. */
async function deployAnew(context: BrowserContext): Promise<void> {
  await context.route(/\/_(astro|python)\//, (route) => route.fulfill({ status: 404, body: 'Not found' }));
  await context.route(
    (url) => url.pathname.endsWith('/'),
    async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replaceAll(/(\/_astro\/[^"]*\.)[^".]+(\.js")/g, '$1NewHash$2') });
    },
  );
}

test('new-deployment', { timeout: LONGEST_MS }, async ({ open, site, browser }) => {
  const said = await inEachLanguage(async (language) => {
    const reader = await newReader({ open, site }, language, () => {});
    const context = reader.page.context();
    // A page that has fetched nothing of Python yet.
    await reader.page.reload();
    await reader.hasOwnProgram();
    await deployAnew(context);
    await reader.island.run.click();
    const told = await reader.losesNothing();
    // The new page's own files are there.
    await letGo(context);
    await reader.page.reload();
    await reader.hasOwnProgram();
    await reader.seesRecordedRun();
    await reader.runs();
    // A page that has: an interpreter may be ready, which is good for one run.
    await deployAnew(context);
    await reader.island.runToEnd();
    await reader.island.run.click();
    await reader.island.reaches('failed');
    expect(await reader.isTold()).toBe(told);
    await reader.hasOwnProgram();
    await reader.findsTheOriginal();
    return told;
  });
  held('new-deployment', said, browser);
});
