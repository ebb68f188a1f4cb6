/** The browser does not let the page have workers, in which Python would run. */
import { expect } from 'vitest';
import { islandWords } from '../../../src/i18n/island.ts';
import { letGo, test } from '../site.ts';
import { Reader, inEachLanguage } from './reader.ts';
import { hardCases } from './record.ts';

const held = hardCases('workers', ['worker-refused', 'worker-forbidden', 'memory-refused']);

/** What the page says, by language. */
const NOT_LET = { en: islandWords('en').failed.worker, ko: islandWords('ko').failed.worker };

interface WithRealWorker {
  realWorker: typeof Worker;
}

test('worker-refused', async ({ open, site, browser }) => {
  const said = await inEachLanguage(async (language) => {
    const reader = new Reader(await (await open()).newPage(), language);
    await reader.page.addInitScript(() => {
      (window as unknown as WithRealWorker).realWorker = Worker;
      window.Worker = class {
        constructor() {
          throw new DOMException('No workers here', 'SecurityError');
        }
      } as unknown as typeof Worker;
    });
    await reader.arrives(site, language);
    await reader.changesTheProgram();
    await reader.island.run.click();
    const told = await reader.losesNothing();
    await reader.page.evaluate(() => (window.Worker = (window as unknown as WithRealWorker).realWorker));
    await reader.runs();
    await reader.findsTheOriginal();
    return told;
  });
  expect(said).toEqual(NOT_LET);
  held('worker-refused', said, browser);
});

test('worker-forbidden', async ({ open, site, browser }) => {
  const said = await inEachLanguage(async (language) => {
    const reader = new Reader(await (await open()).newPage(), language);
    const context = reader.page.context();
    // As a company's proxy may add it.
    await context.route(
      (url) => url.pathname.endsWith('/'),
      async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': "worker-src 'none'" } });
      },
    );
    await reader.arrives(site, language);
    await reader.changesTheProgram();
    await reader.island.run.click();
    const told = await reader.losesNothing();
    await letGo(context);
    await reader.page.reload();
    await reader.runs();
    await reader.findsTheOriginal();
    return told;
  });
  expect(said).toEqual(NOT_LET);
  held('worker-forbidden', said, browser);
});

/** Python itself gets none; a small module without imports, by which Pyodide tries out what the browser can do, does. */
const REFUSES_MEMORY = `const instantiate = WebAssembly.instantiate;
WebAssembly.instantiate = (module, imports) => (imports === undefined ? instantiate(module) : Promise.reject(new RangeError('Out of memory')));`;

test('memory-refused', async ({ open, site, browser }) => {
  const said = await inEachLanguage(async (language) => {
    const reader = new Reader(await (await open()).newPage(), language);
    const context = reader.page.context();
    await context.route('**/worker-*.js', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `${REFUSES_MEMORY}\n${await response.text()}` });
    });
    await reader.arrives(site, language);
    await reader.changesTheProgram();
    await reader.island.run.click();
    const told = await reader.losesNothing();
    await letGo(context);
    await reader.runs();
    await reader.findsTheOriginal();
    return told;
  });
  expect(said).toEqual(NOT_LET);
  held('memory-refused', said, browser);
});
