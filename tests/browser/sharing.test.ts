import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { shareHash } from '../../src/island/share.ts';
import { IslandOnPage } from './island.ts';
import { test } from './site.ts';

const PROGRAM = "print('shared, with 한글 in it')\n";

test('a share link opens in the playground and does not run by itself', async ({ open, site }) => {
  const context = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  await page.goto(site.at('/basics/tasks/'));
  const island = new IslandOnPage(page, 'Created, but not started');
  await island.write(PROGRAM);
  await island.button('Share').click();
  await island.region.getByText('The link is copied.').waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link.startsWith(site.at('/playground/#code='))).toBe(true);
  expect(await island.region.getByRole('textbox', { name: 'Link to this program' }).inputValue()).toBe(link);

  const other = await (await open()).newPage();
  const fetched: string[] = [];
  other.on('request', (request) => fetched.push(request.url()));
  await other.goto(link);
  const playground = new IslandOnPage(other, 'Playground');
  await playground.region.getByText('Somebody shared this program with you.').waitFor();
  await playground.region.locator('.cm-content').waitFor();
  expect(await playground.program()).toBe(PROGRAM);
  expect(await playground.region.getAttribute('data-state')).toBe('idle');
  expect(fetched.filter((url) => url.includes('/_python/'))).toEqual([]);

  await playground.showAllAtOnce();
  await playground.runToEnd();
  expect(await playground.text()).toEqual(['shared, with 한글 in it']);
});

test('an example opens in the playground as it stands', async ({ page, site }) => {
  await page.goto(site.at('/basics/tasks/'));
  await new IslandOnPage(page, 'Created, but not started').region.getByRole('link', { name: 'Open in the playground' }).click();
  const playground = new IslandOnPage(page, 'Playground');
  await playground.region.locator('.cm-content').waitFor();
  const source = readFileSync('content/examples/basics/create-task-queues.py', 'utf8');
  expect(`${await playground.program()}\n`).toBe(source);
});

test('a damaged share link gets a message, not a broken page', async ({ page, site }) => {
  const hash = await shareHash(PROGRAM);
  await page.goto(site.at(`/playground/${hash.slice(0, -6)}`));
  const playground = new IslandOnPage(page, 'Playground');
  await playground.region.getByText('This link is damaged').waitFor();
  await playground.showAllAtOnce();
  await playground.write("print('still works')");
  await playground.runToEnd();
  expect(await playground.text()).toEqual(['still works']);
});

test('a link made by a newer version of the site says so', async ({ page, site }) => {
  await page.goto(site.at('/playground/#code=9.abc'));
  await new IslandOnPage(page, 'Playground').region.getByText('This link was made by a newer version of this site.').waitFor();
});
