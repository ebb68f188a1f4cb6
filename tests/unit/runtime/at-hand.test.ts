import { afterEach, describe, expect, test, vi } from 'vitest';
import { hasRunHere, isAtHand } from '../../../src/runtime/at-hand.ts';

const FOLDER = 'https://site.example/_python/abc/';

afterEach(() => vi.unstubAllGlobals());

describe('whether a program has run here', () => {
  test.each([true, false])('is known by what it leaves behind: %s', async (kept) => {
    const has = vi.fn(() => Promise.resolve(kept));
    vi.stubGlobal('caches', { has });
    expect(await hasRunHere()).toBe(kept);
    expect(has).toHaveBeenCalledWith('asyncio-live-python');
  });

  test('is not asked for readers who save data', async () => {
    vi.stubGlobal('caches', { has: () => Promise.resolve(true) });
    vi.stubGlobal('navigator', { connection: { saveData: true } });
    expect(await hasRunHere()).toBe(false);
  });

  test('is not known where storage is refused, or is not there', async () => {
    vi.stubGlobal('caches', { has: () => Promise.reject(new DOMException('refused', 'SecurityError')) });
    expect(await hasRunHere()).toBe(false);
    vi.stubGlobal('caches', undefined);
    expect(await hasRunHere()).toBe(false);
  });
});

describe('Python is at hand', () => {
  /** @param kept addresses in Cache Storage; `module` is what the browser's cache has under the module's address. */
  function inBrowser(kept: readonly string[], module: Response | null) {
    const fetch = vi.fn<(address: string, options: RequestInit) => Promise<Response>>(() => (module === null ? Promise.reject(new TypeError('not cached')) : Promise.resolve(module)));
    vi.stubGlobal('caches', { open: () => Promise.resolve({ keys: () => Promise.resolve(kept.map((url) => ({ url }))) }) });
    vi.stubGlobal('fetch', fetch);
    return fetch;
  }

  test('where there is a snapshot of this deployment and the module; nothing is fetched to know', async () => {
    const fetch = inBrowser([`${FOLDER}memory-1`], new Response('code'));
    expect(await isAtHand(FOLDER, 'python.wasm.bin')).toBe(true);
    expect(fetch.mock.calls).toEqual([[`${FOLDER}python.wasm.bin`, { cache: 'only-if-cached', mode: 'same-origin' }]]);
  });

  test.each([
    ['only a snapshot of another deployment', ['https://site.example/_python/old/memory-1'], new Response('code')],
    ['no module', [`${FOLDER}memory-1`], null],
    ['an error instead of the module', [`${FOLDER}memory-1`], new Response('', { status: 504 })],
  ])('is not where there is %s', async (_, kept, module) => {
    inBrowser(kept, module);
    expect(await isAtHand(FOLDER, 'python.wasm.bin')).toBe(false);
  });
});
