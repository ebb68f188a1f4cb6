import { expect } from 'vitest';
import { IslandOnPage } from './island.ts';
import { type Fixtures, test } from './site.ts';

const FOR_EVER = "import builtins\nbuiltins.leftover = True\nprint('started')\nwhile True:\n    pass\n";

/** How soon Stop must be heard, in ms: what a reader takes for at once. */
const AT_ONCE_MS = 500;

async function openPlayground({ page, site }: Pick<Fixtures, 'page' | 'site'>): Promise<IslandOnPage> {
  await page.goto(site.at('/playground/'));
  const island = new IslandOnPage(page, 'Playground');
  await island.showAllAtOnce();
  return island;
}

test('Ctrl+Enter in the code runs the program', async ({ page, site }) => {
  const island = await openPlayground({ page, site });
  await island.write("print('by keys')");
  await page.keyboard.press('Control+Enter');
  await island.reaches('finished');
  expect(await island.text()).toEqual(['by keys']);
  expect(await island.program()).toBe("print('by keys')");
});

test('what a program printed is there to read while it works for ever', async ({ page, site }) => {
  const island = await openPlayground({ page, site });
  await island.write(FOR_EVER);
  await island.run.click();
  await island.output.getByText('started').waitFor();
  expect(await island.region.getAttribute('data-state')).toBe('running');
});

/** Presses Stop, and says how long it took to be heard, in ms. */
async function msToStop(island: IslandOnPage): Promise<number> {
  const took = await island.region.evaluate((region) => {
    const began = performance.now();
    return new Promise<number>((resolve) => {
      new MutationObserver(() => resolve(performance.now() - began)).observe(region, { attributeFilter: ['data-state'] });
      region.querySelector<HTMLButtonElement>('[data-action=stop]')?.click();
    });
  });
  await island.reaches('stopped');
  return took;
}

test('Stop ends a program that works for ever within half a second', async ({ page, site }) => {
  const island = await openPlayground({ page, site });
  await island.write(FOR_EVER);
  await island.run.click();
  await island.reaches('running');
  expect(await msToStop(island)).toBeLessThan(AT_ONCE_MS);
  expect(await island.status.textContent()).toMatch(/^Stopped at /);
});

test('a program that prints for ever leaves the page to its reader', async ({ page, site }) => {
  const island = await openPlayground({ page, site });
  await island.write("number = 0\nwhile True:\n    print('line', number)\n    number += 1\n");
  await island.run.click();
  // More lines than are kept, and a timeline that is drawn while they come.
  await island.output.locator('[data-omitted]').waitFor();
  await island.region.locator('.tl-print').first().waitFor({ state: 'attached' });
  expect(await msToStop(island)).toBeLessThan(AT_ONCE_MS);
});

test('after Stop the next run starts clean', async ({ page, site }) => {
  const island = await openPlayground({ page, site });
  await island.write(FOR_EVER);
  await island.run.click();
  await island.reaches('running');
  await island.stop.click();
  await island.reaches('stopped');
  await island.write("import builtins\nprint(hasattr(builtins, 'leftover'))\n");
  await island.runToEnd();
  expect(await island.text()).toEqual(['False']);
});

test('Run while a program runs begins anew', async ({ page, site }) => {
  const island = await openPlayground({ page, site });
  await island.write(FOR_EVER);
  await island.run.click();
  await island.reaches('running');
  await island.write("print('second')\n");
  await island.run.click();
  await island.reaches('finished');
  expect(await island.text()).toEqual(['second']);
});

test('a program asks, the reader answers', async ({ page, site }) => {
  const island = await openPlayground({ page, site });
  await island.write("print('Hello, ' + input('Name? '))\n");
  await island.run.click();
  const field = island.region.getByRole('textbox', { name: 'Input', exact: true });
  await field.fill('Ada');
  await field.press('Enter');
  await island.reaches('finished');
  expect(await island.text()).toEqual(['Name? Ada', 'Hello, Ada']);
});

test('an exception is told as Python tells it, apart from what was printed', async ({ page, site }) => {
  const island = await openPlayground({ page, site });
  await island.write("print('before')\nraise ValueError('no')\n");
  await island.runToEnd();
  expect((await island.lines()).map(([, mark, text]) => [mark, text])).toEqual([
    ['', 'before'],
    ['stderr', 'Traceback (most recent call last):'],
    ['stderr', '  File "program.py", line 2, in <module>'],
    ['stderr', "    raise ValueError('no')"],
    ['stderr', 'ValueError: no'],
  ]);
  expect(await island.status.textContent()).toMatch(/^Ended with exit status 1 /);
});

test('a program is shown at its own pace', async ({ page, site }) => {
  const island = await openPlayground({ page, site });
  await island.region.getByRole('radio', { name: '1×' }).check({ force: true });
  await island.write("import time\nprint('begun')\ntime.sleep(1)\nprint('over')\n");
  const shown: number[] = await seen(island, ['begun', 'over']);
  // The program itself is over in milliseconds; a frame may come late, but never a second early.
  expect((shown[1] ?? 0) - (shown[0] ?? 0)).toBeGreaterThan(900);
});

/** Presses Run, and says at which moment (in ms) each of these lines was first in the output. */
async function seen(island: IslandOnPage, texts: readonly string[]): Promise<number[]> {
  return island.region.evaluate(
    (region, wanted) =>
      new Promise<number[]>((resolve) => {
        const at: number[] = [];
        new MutationObserver(() => {
          const lines = [...region.querySelectorAll('.out-text')].map(({ textContent }) => textContent);
          for (const [index, text] of wanted.entries()) if (lines.includes(text)) at[index] ??= performance.now();
          if (region instanceof HTMLElement && region.dataset['state'] === 'finished') resolve(at);
        }).observe(region, { attributes: true, childList: true, subtree: true });
        region.querySelector<HTMLButtonElement>('[data-action=run]')?.click();
      }),
    texts,
  );
}

test("a program runs in the reader's time zone", async ({ open, site }) => {
  const page = await (await open({ timezoneId: 'America/New_York' })).newPage();
  const island = await openPlayground({ page, site });
  await island.write('import time\nprint(time.timezone, time.tzname, time.localtime(0).tm_hour)\n');
  await island.runToEnd();
  expect(await island.text()).toEqual(["18000 ('EST', 'EDT') 19"]);
});
