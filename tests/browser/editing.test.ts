import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { IslandOnPage } from './island.ts';
import { type Fixtures, test } from './site.ts';

const PATH = '/basics/sync-vs-async/';
const TITLE = 'Three jobs, one after another';
const ORIGINAL = readFileSync('content/examples/basics/three-in-a-row.py', 'utf8');
const withoutLastNewline = ORIGINAL.replace(/\n$/, '');

async function openExample({ page, site }: Pick<Fixtures, 'page' | 'site'>): Promise<IslandOnPage> {
  await page.goto(site.at(PATH));
  const island = new IslandOnPage(page, TITLE);
  await island.showAllAtOnce();
  return island;
}

test('an edited program prints something else', async ({ page, site }) => {
  const island = await openExample({ page, site });
  const recorded = await island.text();
  await island.write("print('edited')\n");
  await island.runToEnd();
  expect(await island.text()).toEqual(['edited']);
  expect(recorded).not.toEqual(['edited']);
});

test('what is typed at the highlighted program goes into the editor', async ({ page, site }) => {
  const island = await openExample({ page, site });
  await island.code.click({ position: { x: 5, y: 5 } });
  await island.region.locator('.cm-content').waitFor();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.type('# first');
  expect((await island.program()).split('\n')[0]).toMatch(/^# first/);
});

test('an edited program survives a reload', async ({ page, site }) => {
  const island = await openExample({ page, site });
  await island.write("print('kept')\n");
  await page.reload();
  await island.region.and(page.locator('[data-edited]')).waitFor();
  expect(await island.program()).toContain("print('kept')");
  await island.region.getByText('This is your version of the program.').waitFor();
});

test('an edited program survives Stop and an error', async ({ page, site }) => {
  const island = await openExample({ page, site });
  await island.write('while True: pass');
  await island.run.click();
  await island.reaches('running');
  await island.stop.click();
  await island.reaches('stopped');
  expect(await island.program()).toBe('while True: pass');
  await island.write('1 / 0');
  await island.runToEnd();
  expect(await island.program()).toBe('1 / 0');
});

test('Reset brings the program and its recorded output back', async ({ page, site }) => {
  const island = await openExample({ page, site });
  const recorded = await island.lines();
  await island.write("print('edited')\n");
  await island.runToEnd();
  await island.reset.click();
  await island.reaches('idle');
  expect(await island.program()).toBe(withoutLastNewline);
  expect(await island.lines()).toEqual(recorded);
  await page.reload();
  expect(await island.program()).toBe(withoutLastNewline);
});

test('Copy copies the program byte for byte', async ({ open, site }) => {
  const context = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  const island = await openExample({ page, site });
  await island.button('Copy').click();
  await island.region.getByText('The program is copied.').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(ORIGINAL);
});
