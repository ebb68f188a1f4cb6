/** The usual words find the page that is about them, with whatever particle they are typed. */
import { expect } from 'vitest';
import { test } from './site.ts';

const WORDS = [
  ['코루틴을', 'coroutines'],
  ['태스크가', 'tasks'],
  ['이벤트 루프는', 'event-loop'],
  ['취소하면', 'cancellation'],
  ['스레드와', 'threads-vs-tasks'],
  ['실행기로', 'executors'],
  ['어웨이터블이란', 'awaitables'],
  ['gather는', 'gather'],
] as const;

test('the first page that is found is the one about the word', async ({ page, site }) => {
  await page.goto(site.at('/ko/'));
  await page.getByRole('button', { name: '검색' }).first().click();
  const dialog = page.getByRole('dialog');
  for (const [typed, found] of WORDS) {
    await dialog.locator('input').fill(typed);
    // The line above the results repeats what they are for.
    await dialog.locator('.pagefind-ui__message').filter({ hasText: `${typed}:` }).waitFor();
    const first = dialog.locator('.pagefind-ui__result-link').first();
    await first.waitFor();
    expect(await first.getAttribute('href'), typed).toContain(`/ko/basics/${found}/`);
  }
});
