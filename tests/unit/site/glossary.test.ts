import { mdxToJs } from 'satteri';
import { describe, expect, it } from 'vitest';
import { englishOf, type Glossary, glossaryFrom, occurrences } from '../../../src/site/glossary.ts';
import { linksTo } from '../../../src/site/glossary-links.ts';

const english = glossaryFrom(
  [
    '## Group {/* #group-x */}',
    '### Coroutine function {/* #coroutine-function */}',
    '### Coroutine {/* #coroutine */}',
    '### Task {/* #task */}',
    '### To resume {/* #resume */}',
    '### Timeout, the limit {/* #timeout */}',
    '### Timeout, the event {/* #timed-out */}',
    '### Global interpreter lock (GIL) {/* #gil */}',
    '### Blocking {/* #blocking */}',
    '### Event loop {/* #event-loop */}',
    '### Done {/* #done */}\n\nIt has ended.\n\n→ [Tasks](/basics/tasks/)\n',
  ].join('\n'),
  '/glossary/',
  'en',
);
const korean = glossaryFrom(
  [
    '### 동기 (synchronous) {/* #synchronous */}',
    '### 비동기 (asynchronous) {/* #asynchronous */}',
    '### 태스크 (task) {/* #task */}\n\n→ [태스크](/ko/basics/tasks/)\n',
    '### 태스크 그룹 (task group) {/* #task-group */}',
    '### 예약하다 (to schedule) {/* #schedule */}\n\n→ [태스크](/ko/basics/tasks/)\n',
    '### 풀 (pool) {/* #pool */}',
    '### 전역 인터프리터 록(GIL, global interpreter lock) {/* #gil */}\n\n→ [태스크](/ko/basics/tasks/)\n',
    '### 재개 (to resume) {/* #resume */}',
  ].join('\n'),
  '/ko/glossary/',
  'ko',
);

const found = (text: string, glossary: Glossary, page = '/basics/x/') =>
  occurrences(text, glossary, page, new Set()).map(({ term, from, to }) => `${text.slice(from, to)} #${term.anchor}`);

describe('in English', () => {
  it.each([
    ['A task runs. Tasks wait.', ['task #task']],
    ['Coroutine functions make coroutines.', ['Coroutine functions #coroutine-function', 'coroutines #coroutine']],
    ['It is resumed, and resumes again.', ['resumed #resume']],
    ['A timeout ends it.', ['timeout #timeout']],
    ['The GIL is a lock.', ['GIL #gil']],
    ['The global\ninterpreter lock', ['global\ninterpreter lock #gil']],
    ['Non-blocking is not meant, nor multitasking, task_name, or task-local.', []],
    ['The event\nloop is done.', ['event\nloop #event-loop']],
  ])('%j', (text, expected) => {
    expect(found(text, english)).toEqual(expected);
  });
});

it('an ordinary word is a term only on the page that teaches it', () => {
  expect(found('All done.', english)).toEqual([]);
  expect(found('All done.', english, '/basics/tasks/')).toEqual(['done #done']);
});

describe('in Korean, a noun with or without particles', () => {
  it.each([
    ['태스크가 끝나면 태스크는', ['태스크 #task']],
    ['태스크 그룹에서는 태스크들이', ['태스크 그룹 #task-group', '태스크 #task']],
    ['동기화는 동기가 아닙니다.', ['동기 #synchronous']],
    ['비동기와 동기', ['비동기 #asynchronous', '동기 #synchronous']],
    ['콜백을 예약합니다.', ['예약 #schedule']],
    ['재개를 기다리면 재개됩니다.', ['재개 #resume']],
    ['재개됩니다.', ['재개 #resume']],
    ['풀을 쓰면', ['풀 #pool']],
    ['풀장이나 서브태스크는 아닙니다.', []],
    ['GIL이란', ['GIL #gil']],
  ])('%j', (text, expected) => {
    expect(found(text, korean)).toEqual(expected);
  });
});

describe('on a page', () => {
  const code = (mdx: string, glossary = english) => String((mdxToJs(mdx, { mdastPlugins: [linksTo(glossary, '/basics/x/')] }) as { code: string }).code);
  const links = (mdx: string) => [...code(mdx).matchAll(/href: "([^"]+)"/g)].map(([, href]) => href);

  it('the first use is a link, the next is not', () => {
    expect(links('A task.\n\nThe task, a coroutine.\n')).toEqual(['/glossary/#task', '/glossary/#coroutine']);
    expect(code('Every task ends.\n')).toMatch(/"Every ".*class: "term".*"task".*" ends\."/s);
  });

  it('headings, links, code and what is folded are left alone', () => {
    expect(links('## Task\n\n[a task](/x/) `task`\n\n```\ntask\n```\n\n<Predict id="task">\n\na task\n\n</Predict>\n\n<Hint>task</Hint>\n')).toEqual(['/x/']);
  });

  it('what comes after them is the first use', () => {
    expect(links('## Task\n\n<Objectives>\n\n- make a task\n\n</Objectives>\n\n- **A task** is here.\n')).toEqual(['/glossary/#task']);
  });

  it('is the same page where there is no term', () => {
    const mdx = 'Nothing to explain: *at all*.\n';
    expect(code(mdx)).toBe(String((mdxToJs(mdx, {}) as { code: string }).code));
  });
});

describe('on the Korean page that teaches a term, at its first use', () => {
  const text = (mdx: string, page = '/ko/basics/tasks/') =>
    [...String((mdxToJs(mdx, { mdastPlugins: [linksTo(korean, page)] }) as { code: string }).code).matchAll(/children: "([^"]*)"|(?<=[[,]\s*)"([^"]*)"/g)]
      .map(([, only, part]) => only ?? part)
      .join('');

  it('its English stands beside it, before the particle', () => {
    expect(text('태스크는 태스크를 예약합니다.\n')).toBe('태스크(task)는 태스크를 예약(schedule)합니다.');
    expect(text('태스크는\n', '/ko/basics/other/')).toBe('태스크는');
  });

  it('nothing is said twice', () => {
    expect(text('태스크(task)와 GIL\n')).toBe('태스크(task)와 GIL');
  });

  it.each([
    ['예약하다 (to schedule)', 'schedule'],
    ['시간 초과 (timeout, the event)', 'timeout'],
    ['전역 인터프리터 록(GIL, global interpreter lock)', 'global interpreter lock, GIL'],
    ['Task', null],
  ])('the English of %s is %s', (heading, english) => {
    expect(englishOf(heading)).toBe(english);
  });
});
