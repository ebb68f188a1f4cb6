/**
 * What a program can reach from inside Python: nothing. The programs in attacks/ look for ways out as a stranger's program
 * could who knows all of this site's source. What counts is what arrives: at a server elsewhere, at the site's own, in the
 * browser's storage, and in the page.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { IslandOnPage } from './island.ts';
import { test as base, type Fixtures } from './site.ts';

interface Elsewhere {
  readonly home: string;
  /** Paths that anybody has asked for. */
  readonly asked: string[];
}

const test = base.extend<{ readonly elsewhere: Elsewhere }>({
  elsewhere: async ({}, use) => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/plain' }).end('x');
    });
    server.on('upgrade', ({ url }, socket) => {
      asked.push(url ?? '');
      socket.destroy();
    });
    server.on('connection', (socket) => socket.on('error', () => {}));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    await use({ home: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, asked });
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  },
});

/** Some of these are several runs, and a run may take ten seconds on a busy machine. */
const LONG = { timeout: 240_000 };

const read = (name: string): string => readFileSync(`tests/browser/attacks/${name}.py`, 'utf8');
const WAY_IN = read('way_in');

interface Attack extends Pick<Fixtures, 'page' | 'site'> {
  readonly elsewhere: Elsewhere;
}

/** Opens the playground and has an interpreter ready, so that whatever is asked for after that is the program's doing. */
async function ready({ page, site }: Attack): Promise<IslandOnPage> {
  // Chromium asks the reader before a worker reaches another server of this machine. Here the reader has said yes.
  await page.context().grantPermissions(['local-network-access']);
  await page.goto(site.at('/playground/'));
  const island = new IslandOnPage(page, 'Playground');
  await island.showAllAtOnce();
  await island.write("print('ready')\n");
  await island.runToEnd();
  expect(await island.text()).toEqual(['ready']);
  // The spare interpreter, in which the next program runs.
  await page.waitForLoadState('networkidle');
  return island;
}

/** Runs a program of attacks; each line it prints is `name: outcome`. */
async function attack(island: IslandOnPage, { page, site, elsewhere }: Attack, name: string): Promise<{ lines: string[]; requests: string[] }> {
  const requests: string[] = [];
  const note = (request: { url(): string }): void => void requests.push(request.url());
  page.context().on('request', note);
  await island.write(`${WAY_IN}\nELSEWHERE = '${elsewhere.home}'\nHERE = '${site.at('/')}'\n${read(name)}`);
  await island.runToEnd();
  page.context().off('request', note);
  // After the run a new spare interpreter starts: Python's files, and the worker's own beginning.
  const own = /\/_python\/|\/_astro\/worker-|^blob:/;
  return { lines: await island.text(), requests: requests.filter((url) => !own.test(url)) };
}

const succeeded = (lines: readonly string[]): readonly string[] => lines.filter((line) => line.includes(': got '));

/** What the browser keeps for the site, as the page sees it. */
async function kept(page: Page): Promise<unknown> {
  return page.evaluate(async () => ({
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
    local: Object.keys(localStorage).filter((key) => key.includes('attack')),
    session: { ...sessionStorage },
    cookies: document.cookie,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
}

test('a program cannot import what native Python has not', LONG, async ({ page, site, elsewhere }) => {
  const where = { page, site, elsewhere };
  const { lines } = await attack(await ready(where), where, 'import_names');
  expect(lines.filter((line) => !/: (ModuleNotFoundError|KeyError|ImportError)$/.test(line))).toEqual([]);
  expect(lines.length).toBeGreaterThan(10);
});

test('a program reaches no network, neither elsewhere nor here', LONG, async ({ page, site, elsewhere }) => {
  const where = { page, site, elsewhere };
  const { lines, requests } = await attack(await ready(where), where, 'network');
  expect(requests).toEqual([]);
  expect(elsewhere.asked).toEqual([]);
  // The program came to its end: all was tried.
  expect(lines.some((line) => line.startsWith('here open_connection: '))).toBe(true);
  // This one promises a package, and fails when it asks for it.
  expect(succeeded(lines).filter((line) => !line.includes('loadPackage'))).toEqual([]);
});

test.for(['emscripten_script', 'emscripten_file'])('a program that calls into Emscripten gets no farther: %s', LONG, async (name, { page, site, elsewhere }) => {
  const where = { page, site, elsewhere };
  const { requests } = await attack(await ready(where), where, name);
  expect(requests).toEqual([]);
  expect(elsewhere.asked).toEqual([]);
});

test('a program makes no code from text', LONG, async ({ page, site, elsewhere }) => {
  const where = { page, site, elsewhere };
  const { lines } = await attack(await ready(where), where, 'code_from_text');
  expect(lines.at(-1)).toBe('ran: False');
});

test('a program reaches no storage', LONG, async ({ page, site, elsewhere }) => {
  const where = { page, site, elsewhere };
  const island = await ready(where);
  const before = await kept(page);
  const { lines } = await attack(island, where, 'storage');
  expect(await kept(page)).toEqual(before);
  expect(lines.some((line) => line.startsWith("Emscripten's IDBFS: "))).toBe(true);
  expect(succeeded(lines).filter((line) => !line.startsWith('Emscripten'))).toEqual([]);
});

test('a program changes nothing in the page but its output', LONG, async ({ page, site, elsewhere }) => {
  const where = { page, site, elsewhere };
  const island = await ready(where);
  const title = await page.title();
  const { lines } = await attack(island, where, 'page');
  expect(await page.title()).toBe(title);
  expect(lines.slice(-2)).toEqual(['<img src=x onerror="document.title=1"><script>document.title=2</script>', 'red link']);
  expect(await island.output.locator('img, script, a').count()).toBe(0);
  expect(succeeded(lines)).toEqual([]);
});

test('a program that has found the event log writes nothing into it that is no event', LONG, async ({ page, site, elsewhere }) => {
  const island = await ready({ page, site, elsewhere });
  for (const forged of [
    '{"kind":"nonsense"}',
    '{"kind":"write","stream":"stdout","text":{"toString":"x"},"thread":1}',
    '{"kind":"task-finished","thread":1,"task":1,"outcome":"<b>"}',
    '{"kind":"write","stream":"stdout","text":"x","thread":1,"seq":0}',
    '{"kind":"write","stream":"stdout","text":"x","thread":1,"at":-1}',
  ]) {
    await island.write(`from _live.scheduler import scheduler\nprint('before')\nscheduler.host.emit('${forged}')\n`);
    await island.runToEnd();
    expect(await island.region.getAttribute('data-state'), forged).toBe('failed');
    expect(await island.text()).toEqual(['before']);
  }
  // Events that could be, about what never was.
  await island.write(
    `from _live.scheduler import scheduler\nscheduler.host.emit('{"kind":"task-finished","thread":7,"task":9,"outcome":"returned"}')\n` +
      `scheduler.host.emit('{"kind":"thread-woken","thread":9}')\nprint('after')\n`,
  );
  await island.runToEnd();
  expect(await island.text()).toEqual(['after']);
});

test('without the walls the same attempts do get out', LONG, async ({ page, site, elsewhere }) => {
  const where = { page, site, elsewhere };
  // The control of all the others: the policy taken out of the page, and the scope left as it was.
  await page.route('**/playground/', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace(/<meta http-equiv="content-security-policy"[^>]*>/, '') });
  });
  await page.context().route('**/_astro/worker-*.js', async (route) => {
    const response = await route.fetch();
    const script = await response.text();
    expect(script).toContain('Reflect.ownKeys(');
    await route.fulfill({ response, body: script.replace('Reflect.ownKeys(', '(()=>[])(') });
  });
  const island = await ready(where);
  const { lines } = await attack(island, where, 'network');
  expect(succeeded(lines).length).toBeGreaterThan(5);
  await attack(island, where, 'emscripten_script');
  await attack(island, where, 'emscripten_file');
  const gotOut = ['/events', '/font', '/lazy', '/prototype-fetch', '/script', '/socket', '/xhr'];
  expect([...new Set(elsewhere.asked)]).toEqual(expect.arrayContaining(gotOut));
  const { lines: code } = await attack(island, where, 'code_from_text');
  expect(code.at(-1)).toBe('ran: True');
  const { lines: storage } = await attack(island, where, 'storage');
  expect(succeeded(storage).length).toBeGreaterThan(3);
});
