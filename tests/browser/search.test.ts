/** Each topic is found by its usual words, in both languages, through the index that readers search. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { readOutline } from '../../src/site/outline.ts';
import { pageSource } from '../../src/site/page-source.ts';
import { searchTerm } from '../../src/site/search-term.ts';
import { contentFolder } from '../../src/examples/content.ts';
import type { Language } from '../../src/i18n/ui.ts';
import { rootBuild } from '../site-builds.ts';
import { test } from './site.ts';

/** What readers type, for each page; in Korean with particles, and with words that the site itself does not use. */
const usualWords: Readonly<Record<Language, Readonly<Record<string, readonly string[]>>>> = {
  en: {
    'basics/sync-vs-async': ['sync vs async', 'synchronous', 'asynchronous'],
    'basics/coroutines': ['coroutine', 'never awaited', 'coroutine object'],
    'basics/awaitables': ['await', 'awaitable'],
    'basics/tasks': ['create_task', 'task', 'task name'],
    'basics/end-of-main': ['fire and forget', 'garbage collected task', 'leftover tasks'],
    'basics/gather': ['gather', 'return_exceptions'],
    'basics/executors': ['to_thread', 'run_in_executor', 'thread pool', 'blocking'],
    'basics/event-loop': ['event loop', 'time.sleep'],
    'basics/threads-vs-tasks': ['spinner', 'threads'],
    'basics/cancellation': ['cancel', 'CancelledError'],
    'basics/running': ['asyncio.run', 'notebook', 'jupyter', 'Runner'],
    'failure/taskgroup': ['TaskGroup', 'except*', 'exception group'],
    'failure/exceptions': ['exceptions', 'never retrieved'],
    'failure/timeouts': ['timeout', 'wait_for', 'TimeoutError'],
    'failure/cancellation-deep': ['shield', 'uncancel'],
    'failure/wait-and-as-completed': ['as_completed', 'asyncio.wait', 'FIRST_COMPLETED'],
    'failure/futures': ['future', 'InvalidStateError'],
    'failure/patterns': ['retry', 'back-off', 'periodic', 'graceful shutdown', 'background tasks'],
    'coordination/queues': ['queue', 'task_done', 'producer consumer', 'back-pressure'],
    'coordination/races-and-locks': ['race condition', 'lock', 'deadlock', 'mutex'],
    'coordination/sync-primitives': ['event', 'condition', 'barrier'],
    'coordination/limiting': ['semaphore', 'limit concurrency', 'rate limit'],
    'language/generators-to-coroutines': ['generator', 'yield from'],
    'language/async-iteration': ['async for', 'async with', 'context manager'],
    'language/async-generators': ['async generator', 'aclosing'],
    'language/contextvars': ['contextvars', 'ContextVar', 'context variable'],
    'inside/callbacks': ['call_soon', 'call_later', 'callback'],
    'inside/build-a-loop': ['build an event loop'],
    'inside/eager-tasks': ['eager_start', 'eager'],
    'inside/threads-and-the-loop': ['call_soon_threadsafe', 'run_coroutine_threadsafe', 'thread-safe'],
    'inside/cpu-bound': ['GIL', 'CPU-bound', 'multiprocessing', 'free-threaded', 'subinterpreter'],
    'practice/debugging': ['debug mode', 'PYTHONASYNCIODEBUG'],
    'practice/introspection': ['all_tasks', 'call graph', 'pstree'],
    'practice/testing': ['unittest', 'pytest', 'AsyncMock', 'mock'],
    'practice/streams': ['streams', 'StreamReader', 'socket server', 'echo server'],
    'practice/subprocess-and-signals': ['subprocess', 'signal', 'KeyboardInterrupt', 'Ctrl-C'],
    'practice/migration': ['get_event_loop', 'ensure_future', 'deprecated'],
    'practice/faq': ['faq', 'questions'],
  },
  ko: {
    'basics/sync-vs-async': ['동기와 비동기', '비동기란', '동시성'],
    'basics/coroutines': ['코루틴을', '코루틴은', '코루틴 객체'],
    'basics/awaitables': ['어웨이터블이란', 'await는'],
    'basics/tasks': ['태스크가', '태스크를 예약', 'create_task를'],
    'basics/end-of-main': ['가비지 수거를', 'main이 끝나면'],
    'basics/gather': ['gather는', '여러 결과를'],
    'basics/executors': ['실행기로', '스레드 풀에서', '프로세스 풀을', '블로킹'],
    'basics/event-loop': ['이벤트 루프는', '이벤트 루프가'],
    'basics/threads-vs-tasks': ['스레드와', '쓰레드', '스피너'],
    'basics/cancellation': ['취소하면', '취소를', '태스크 취소를'],
    'basics/running': ['노트북에서', '주피터'],
    'failure/taskgroup': ['태스크 그룹을', '예외 그룹은'],
    'failure/exceptions': ['예외가', '트레이스백을'],
    'failure/timeouts': ['시간제한을', '타임아웃을', '시간 초과가'],
    'failure/cancellation-deep': ['보호', 'shield로'],
    'failure/wait-and-as-completed': ['먼저 끝난', 'as_completed는'],
    'failure/futures': ['퓨처를'],
    'failure/patterns': ['재시도', '주기적으로', '백그라운드 태스크'],
    'coordination/queues': ['큐에', '생산자와 소비자', '우선순위 큐'],
    'coordination/races-and-locks': ['경쟁 조건이', '락을', '교착 상태가', '데드락', '뮤텍스'],
    'coordination/sync-primitives': ['장벽은', '조건을', '동기화 프리미티브'],
    'coordination/limiting': ['세마포어로', '세마포', '동시 실행 수'],
    'language/generators-to-coroutines': ['제너레이터는', '생성기'],
    'language/async-iteration': ['async for는', '컨텍스트 관리자를'],
    'language/async-generators': ['비동기 제너레이터를'],
    'language/contextvars': ['컨텍스트 변수를'],
    'inside/callbacks': ['콜백을', '콜백은'],
    'inside/build-a-loop': ['이벤트 루프 만들기'],
    'inside/eager-tasks': ['즉시 시작'],
    'inside/threads-and-the-loop': ['스레드 안전', 'call_soon_threadsafe로'],
    'inside/cpu-bound': ['GIL이', '연산 중심', '자유 스레딩은', '서브 인터프리터를', '멀티프로세싱'],
    'practice/debugging': ['디버그 모드에서', '경고를'],
    'practice/introspection': ['호출 그래프를', 'all_tasks로'],
    'practice/testing': ['테스트를'],
    'practice/streams': ['스트림을', '서버와'],
    'practice/subprocess-and-signals': ['서브 프로세스를', '시그널을', 'Ctrl-C를'],
    'practice/migration': ['옛 코드', '폐지 예정'],
    'practice/faq': ['자주 묻는', '질문'],
  },
};

/** What of Pagefind's interface is used. */
interface Pagefind {
  options(options: unknown): Promise<void>;
  search(term: string): Promise<{ results: { data(): Promise<{ url: string }> }[] }>;
}

/** A page that is not in the table, such as a new one, is looked for by its title. */
function searchesIn(language: Language): readonly { readonly path: string; readonly typed: string; readonly term: string }[] {
  const pages = readOutline(contentFolder).chapters.flatMap(({ id, pages: names }) => names.map((name) => `${id}/${name}`));
  return pages.flatMap((path) => {
    const title = pageSource(path, language).texts.find(({ within }) => within[0] === 'title')?.value ?? path;
    return (usualWords[language][path] ?? [title]).map((typed) => ({ path, typed, term: searchTerm(typed, language) }));
  });
}

/** So many pages are seen without scrolling. */
const FIRST = 3;

/** How the search of the pages weighs what it finds, as it is in the scripts of the built site. */
function rankingOfTheSite(): unknown {
  const folder = `${rootBuild.folder}/_astro/`;
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
  const ranking = scripts.map((name) => /ranking:(\{[^}]*\})/.exec(readFileSync(folder + name, 'utf8'))?.[1]).find((found) => found !== undefined);
  if (ranking === undefined) throw new Error('No script of the site holds the options of its search any more.');
  return JSON.parse(ranking.replaceAll(/(\w+):/g, '"$1":').replaceAll(/([:,])\./g, '$10.'));
}

test.for(['en', 'ko'] as const)('the page about a word is among the first that are found: %s', async (language, { page, site }) => {
  await page.goto(site.at(language === 'ko' ? '/ko/' : '/'));
  const searches = searchesIn(language);
  // Written as text, for vitest would make something of its own of an `import()`.
  const index = await page.evaluateHandle<Pagefind>(`import(${JSON.stringify(new URL('pagefind/pagefind.js', site.at('/')).href)})`);
  const found = await index.evaluate(
    async (pagefind, { searches, ranking, first }) => {
      await pagefind.options({ ranking });
      const pagesFor = async (term: string) => Promise.all((await pagefind.search(term)).results.slice(0, first).map(async (result) => (await result.data()).url));
      const all = [];
      for (const { path, typed, term } of searches) all.push({ path, typed, urls: await pagesFor(term) });
      return all;
    },
    { searches, ranking: rankingOfTheSite(), first: FIRST },
  );
  expect(found.filter(({ path, urls }) => !urls.some((url) => url.endsWith(`/${path}/`)))).toEqual([]);
});

