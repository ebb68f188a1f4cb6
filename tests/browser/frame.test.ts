/** The site around the examples: languages, search, theme, addresses that do not exist. */
import { describe, expect } from 'vitest';
import { test } from './site.ts';

test('an address that does not exist gets a page that says so, in both languages', async ({ page, site }) => {
  const response = await page.goto(site.at('/basics/no-such-page/'));
  expect(response?.status()).toBe(404);
  expect(await page.getByText('There is no page at this address.').isVisible()).toBe(true);
  expect(await page.getByText('이 주소에는 페이지가 없습니다.').isVisible()).toBe(true);
});

test('under /ko/ the page that says so speaks Korean', async ({ page, site }) => {
  await page.goto(site.at('/ko/basics/no-such-page/'));
  expect(await page.getByText('이 주소에는 페이지가 없습니다.').isVisible()).toBe(true);
  expect(await page.locator('html').getAttribute('lang')).toBe('ko');
});

test('the language switch leads to the same page in the other language, and back', async ({ page, site }) => {
  await page.goto(site.at('/basics/tasks/'));
  await page.getByRole('link', { name: '한국어' }).first().click();
  await page.waitForURL(site.at('/ko/basics/tasks/'));
  expect(await page.locator('html').getAttribute('lang')).toBe('ko');
  await page.getByRole('link', { name: 'English' }).first().click();
  await page.waitForURL(site.at('/basics/tasks/'));
});

describe.each([
  { language: 'English', home: '/', word: 'executor', button: 'Search', found: '/basics/executors/' },
  { language: 'Korean', home: '/ko/', word: '코루틴', button: '검색', found: '/ko/basics/coroutines/' },
])('in $language', ({ home, word, button, found }) => {
  test('the search finds a page', async ({ page, site }) => {
    await page.goto(site.at(home));
    await page.getByRole('button', { name: button }).first().click();
    await page.getByRole('dialog').locator('input').fill(word);
    const hit = page.getByRole('dialog').locator(`a[href*="${found}"]`).first();
    await hit.waitFor();
    await hit.click();
    await page.waitForURL((url) => url.pathname.startsWith(new URL(site.at(found)).pathname));
  });
});

test('the theme that a reader chooses stays', async ({ open, site }) => {
  const page = await (await open({ colorScheme: 'light' })).newPage();
  await page.goto(site.at('/'));
  const theme = page.getByRole('switch', { name: 'Dark theme' });
  expect(await theme.getAttribute('aria-checked')).toBe('false');
  await theme.click();
  await page.reload();
  expect(await theme.getAttribute('aria-checked')).toBe('true');
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
});
