/** The search as readers use it: what is typed in Korean loses its particles. More words are in search.test.ts. */
import { expect } from 'vitest';
import { test } from './site.ts';

const WORDS = [
  ['코루틴을', 'basics/coroutines'],
  ['태스크가', 'basics/tasks'],
  ['이벤트 루프는', 'basics/event-loop'],
  ['취소하면', 'basics/cancellation'],
  ['스레드와', 'basics/threads-vs-tasks'],
  ['실행기로', 'basics/executors'],
  ['어웨이터블이란', 'basics/awaitables'],
  ['gather는', 'basics/gather'],
  ['예외가', 'failure/exceptions'],
  ['시간제한을', 'failure/timeouts'],
  ['퓨처를', 'failure/futures'],
  ['큐에', 'coordination/queues'],
  ['세마포어로', 'coordination/limiting'],
  ['제너레이터는', 'language/generators-to-coroutines'],
  ['컨텍스트 변수를', 'language/contextvars'],
  ['콜백을', 'inside/callbacks'],
  ['디버그 모드에서', 'practice/debugging'],
  ['시그널을', 'practice/subprocess-and-signals'],
] as const;

/** So many pages are seen without scrolling. */
const FIRST = 3;

test('the page about a word is among the first that are found', async ({ page, site }) => {
  await page.goto(site.at('/ko/'));
  await page.getByRole('button', { name: '검색' }).first().click();
  const dialog = page.getByRole('dialog');
  // Each page is followed by the places in it, which are nested.
  const found = dialog.locator('.pagefind-ui__result-title:not(.pagefind-ui__result-nested *) a');
  for (const [typed, path] of WORDS) {
    await dialog.locator('input').fill(typed);
    // The line above the results repeats what they are for.
    await dialog.locator('.pagefind-ui__message').filter({ hasText: `${typed}:` }).waitFor();
    const firstPages = () => found.evaluateAll((links, count) => links.slice(0, count).map((link) => link.getAttribute('href')).join(' '), FIRST);
    await expect.poll(firstPages, { message: typed, timeout: 10_000 }).toContain(`/ko/${path}/`);
  }
});
