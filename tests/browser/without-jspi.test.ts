/**
 * The site where a browser cannot suspend a call of Python's (JavaScript Promise Integration): programs without threads run
 * as ever, starting a thread says why it cannot, and the recording stays. In a browser with it taken away, and in WebKitGTK, which
 * does not have it, where that is installed.
 */
import { describe, expect } from 'vitest';
import { islandWords } from '../../src/i18n/island.ts';
import { shareHash } from '../../src/island/share.ts';
import { browserName } from './browsers.ts';
import { hasWebKit } from './installed.ts';
import type { ShownLine } from './island.ts';
import { type Fixtures, test as base } from './site.ts';
import { type ScriptedPage, openWebKit } from './webkit.ts';

/** Python's start is slow where WebAssembly is, on a machine that has other things to do. */
const SLOW_MS = 300_000;

const TAKE_AWAY = 'delete WebAssembly.Suspending; delete WebAssembly.promising;';
const CANNOT = "RuntimeError: can't start new thread: this browser lacks JavaScript Promise Integration";

const browsers: { readonly name: string; readonly openPage: (fixtures: Pick<Fixtures, 'page'>) => Promise<ScriptedPage> }[] = [
  {
    name: `${browserName} without it`,
    // Chromium cannot be told to leave it out.
    openPage: async ({ page }) => {
      await page.addInitScript(TAKE_AWAY);
      await page.route(/\/worker-[^/]*\.js$/, async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: `${TAKE_AWAY}\n${await response.text()}` });
      });
      return {
        goto: async (address) => void (await page.goto(address)),
        evaluate: <Value>(expression: string) => page.evaluate<Value>(expression),
        close: async () => {},
      };
    },
  },
];
if (browserName === 'chromium' && hasWebKit()) browsers.push({ name: 'WebKitGTK', openPage: openWebKit });

interface Shown {
  readonly state: string;
  readonly status: string;
  readonly note: string;
  readonly lines: readonly ShownLine[];
}

const PROGRAM = `import asyncio, threading, time

async def job(number):
    await asyncio.sleep(number / 10)
    print(number)

async def main():
    await asyncio.gather(job(3), job(1), job(2))
    time.sleep(1)
    try:
        threading.Thread(target=print).start()
    except RuntimeError as error:
        print(error)

asyncio.run(main())
`;

/** Leaves much to JavaScript's garbage collector, then needs a module that has not been fetched. */
const LITTERING = `from _live import hidden

ffi = {module.__name__: module for module in hidden._kept}["pyodide.ffi"]
for number in range(20_000):
    ffi.create_proxy([number])
for _ in range(300):
    ffi.to_js(list(range(10_000)))
import colorsys
print(colorsys.rgb_to_hsv(1, 1, 1))
`;

describe.each(browsers)('$name', ({ openPage }) => {
  const test = base.extend<{ readonly scripted: ScriptedPage }>({
    scripted: async ({ page }, use) => {
      const opened = await openPage({ page });
      await use(opened);
      await opened.close();
    },
  });

  test('says what it lacks, runs what needs no threads, and keeps the recording of what does', { timeout: SLOW_MS }, async ({ scripted: browser, site }) => {
    const press = (id: string, action: 'run' | 'reset') => browser.evaluate<Shown>(`(${pressed})(${JSON.stringify(id)}, ${JSON.stringify(action)})`);
    await browser.goto(site.at('/basics/executors/'));
    expect(await browser.evaluate<boolean>("'Suspending' in WebAssembly")).toBe(false);
    const recorded = await press('basics/to-thread', 'reset');
    expect(recorded.note).toBe(islandWords('en').noThreads);
    const run = await press('basics/to-thread', 'run');
    expect(run.status).toMatch(/^Ended with exit status 1 /);
    const errors = run.lines.filter(([, , text]) => /^\w*Error/.test(text));
    expect(errors.map(([, , text]) => text.slice(0, CANNOT.length))).toEqual([CANNOT]);
    expect(await press('basics/to-thread', 'reset')).toEqual(recorded);

    await browser.goto(site.at('/basics/tasks/'));
    const before = await press('basics/create-and-await', 'reset');
    expect(before.note).toBe('');
    const after = await press('basics/create-and-await', 'run');
    expect(after.lines).toEqual(before.lines);

    await browser.goto(site.at(`/playground/${await shareHash(PROGRAM)}`));
    const { lines } = await press('playground', 'run');
    const texts = lines.map(([, , text]) => text);
    expect(texts.slice(0, 3)).toEqual(['1', '2', '3']);
    expect(texts[3]).toContain("can't start new thread: this browser lacks JavaScript Promise Integration");
    expect(texts).toHaveLength(4);
  });

  test('lets go of nothing of Python’s while it waits for a file', { timeout: SLOW_MS }, async ({ scripted: browser, site }) => {
    await browser.goto(site.at(`/playground/${await shareHash(LITTERING)}`));
    const { status, lines } = await browser.evaluate<Shown>(`(${pressed})('playground', 'run')`);
    expect(status).toMatch(/^Finished in /);
    expect(lines.map(([, , text]) => text)).toEqual(['(0.0, 0.0, 1)']);
  });
});

/** Runs in the page: presses Run and waits until the end is shown, or Reset. */
async function pressed(id: string, action: 'run' | 'reset'): Promise<Shown> {
  await customElements.whenDefined('live-example');
  const island = document.querySelector<HTMLElement>(id === 'playground' ? 'live-example' : `live-example[data-id="${id}"]`);
  if (island === null) throw new Error(`there is no ${id}`);
  const textOf = (element: ParentNode, part: string) => element.querySelector(part)?.textContent ?? '';
  const shown = (): Shown => ({
    state: island.dataset['state'] ?? '',
    status: textOf(island, '[data-status]'),
    note: textOf(island, '[data-note]'),
    lines: [...island.querySelectorAll('[data-output] .out-line')].map((line) => [textOf(line, '.out-time'), textOf(line, '.out-mark'), textOf(line, '.out-text')] as const),
  });
  const wait = () => new Promise((resolve) => setTimeout(resolve, 50));
  // The playground unpacks its program.
  while (textOf(island, '.cm-content, [data-code]').trim() === '') await wait();
  const all = [...island.querySelectorAll<HTMLInputElement>('[data-tl=speeds] input')].find(({ value }) => !Number.isFinite(Number(value)));
  all?.click();
  island.querySelector<HTMLButtonElement>(`[data-action=${action}]`)?.click();
  const over = action === 'run' ? ['finished', 'stopped', 'failed'] : ['idle'];
  while (!over.includes(island.dataset['state'] ?? '')) await wait();
  return shown();
}
