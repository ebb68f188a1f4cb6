import type { PredictKind } from '../practice/prediction.ts';
import type { StateName } from '../styles/state-shapes.ts';

/** Words of the site around the examples. The island has its own, in `island.ts`. */
export interface SiteWords {
  readonly languageName: string;
  readonly otherLanguage: string;
  readonly playground: string;
  readonly glossary: string;
  readonly curriculum: string;
  /** Above the pages that are in no chapter. */
  readonly beside: string;
  readonly theme: string;
  readonly previous: string;
  readonly next: string;
  readonly objectives: string;
  /** The reading path of one hour. */
  readonly hour: {
    readonly place: (number: number, pages: number) => string;
    readonly next: string;
    readonly walked: string;
    readonly goOn: string;
    readonly anyTime: string;
    readonly lookUp: string;
  };
  readonly predict: string;
  readonly predictLead: Readonly<Record<PredictKind, string>>;
  readonly answer: string;
  readonly seconds: (value: string) => string;
  readonly exercise: string;
  readonly startingProgram: string;
  readonly hint: string;
  readonly solution: string;
  readonly mayHaveRead: string;
  readonly readOn: string;
  /** The label before a change that the reader is asked to make. */
  readonly changeOneThing: string;
  readonly remember: string;
  readonly colophon: string;
  readonly keptOffline: string;
  readonly unrecorded: (id: string) => string;
  readonly states: Readonly<Record<StateName, string>>;
  readonly stateMeanings: Readonly<Record<StateName, string>>;
}

export type Language = 'en' | 'ko';

const en: SiteWords = {
  languageName: 'English',
  otherLanguage: '한국어',
  playground: 'Playground',
  glossary: 'Glossary',
  curriculum: 'All pages',
  beside: 'Beside the pages',
  theme: 'Dark theme',
  previous: 'Previous',
  next: 'Next',
  objectives: 'After this page you can',
  hour: {
    place: (number, pages) => `One hour: page ${number} of ${pages}`,
    next: 'Next in the hour',
    walked: 'That was the hour. Where next?',
    goOn: 'What the hour left out',
    anyTime: 'At any time from here',
    lookUp: 'To look things up',
  },
  predict: 'Predict',
  predictLead: {
    order: 'Read the program. Put the lines of its output in order before you look.',
    duration: 'Read the program. How many seconds does the run take? Decide before you look.',
    choice: 'Read the program. Choose an answer before you look.',
  },
  answer: 'Answer',
  seconds: (value) => `${value} seconds`,
  exercise: 'Exercise',
  startingProgram: 'Your program',
  hint: 'Hint',
  solution: 'A solution',
  mayHaveRead: 'You may have read',
  readOn: 'Read on',
  changeOneThing: 'Change one thing.',
  remember: 'Remember',
  colophon: 'Every program on this site runs in your browser, on CPython 3.14 and a simulated clock. Nothing is sent anywhere.',
  keptOffline: 'The whole site is kept in this browser, Python included: it works offline.',
  unrecorded: (id) => `Not recorded yet: npm run examples:record ${id}`,
  states: {
    running: 'running',
    ready: 'ready',
    waiting: 'waiting',
    blocking: 'blocking',
    done: 'done',
    failed: 'failed',
    cancelled: 'cancelled',
  },
  stateMeanings: {
    running: 'has the turn: its lines are being executed.',
    ready: 'could go on, and waits its turn.',
    waiting: 'cannot go on yet: a sleep, a result or another task has to end first.',
    blocking: 'keeps the turn while time passes, so that nobody else gets one.',
    done: 'has returned.',
    failed: 'has ended with an exception.',
    cancelled: 'was asked to stop, and has stopped.',
  },
};

const ko: SiteWords = {
  languageName: '한국어',
  otherLanguage: 'English',
  playground: '실험실',
  glossary: '용어집',
  curriculum: '전체 목차',
  beside: '곁에 두고',
  theme: '어두운 테마',
  previous: '이전',
  next: '다음',
  objectives: '이 페이지를 읽고 나면',
  hour: {
    place: (number, pages) => `한 시간 코스: ${pages}쪽 중 ${number}쪽`,
    next: '한 시간 코스의 다음',
    walked: '한 시간 코스를 마쳤습니다. 다음은 무엇을 읽을까요?',
    goOn: '건너뛴 페이지',
    anyTime: '이제 언제든지',
    lookUp: '찾아볼 때',
  },
  predict: '예측하기',
  predictLead: {
    order: '프로그램을 읽고, 출력되는 줄의 순서를 먼저 정해 보십시오.',
    duration: '프로그램을 읽고, 실행이 몇 초 걸리는지 먼저 정해 보십시오.',
    choice: '프로그램을 읽고, 답을 먼저 골라 보십시오.',
  },
  answer: '답',
  seconds: (value) => `${value}초`,
  exercise: '연습 문제',
  startingProgram: '고칠 프로그램',
  hint: '힌트',
  solution: '풀이',
  mayHaveRead: '이런 글을 보았다면',
  readOn: '더 읽을거리',
  changeOneThing: '하나만 바꿔 봅시다.',
  remember: '기억할 한 줄',
  colophon: '이 사이트의 모든 프로그램은 여러분의 브라우저 안에서, CPython 3.14와 시뮬레이션 시계 위에서 실행됩니다. 어디로도 전송되지 않습니다.',
  keptOffline: '파이썬을 포함한 사이트 전체가 이 브라우저에 저장되어 있어, 오프라인에서도 그대로 쓸 수 있습니다.',
  unrecorded: (id) => `아직 기록이 없습니다: npm run examples:record ${id}`,
  states: {
    running: '실행 중',
    ready: '준비됨',
    waiting: '대기 중',
    blocking: '블로킹',
    done: '완료',
    failed: '실패',
    cancelled: '취소됨',
  },
  stateMeanings: {
    running: '차례를 얻어 지금 코드가 실행되고 있습니다.',
    ready: '이어서 실행할 수 있으며, 차례를 기다립니다.',
    waiting: '아직 이어 갈 수 없습니다. 잠들어 있거나, 결과나 다른 태스크를 기다립니다.',
    blocking: '시간이 흐르는 동안 차례를 놓지 않아, 다른 태스크가 모두 멈춥니다.',
    done: '값을 반환하고 끝났습니다.',
    failed: '예외로 끝났습니다.',
    cancelled: '취소 요청을 받아 멈추었습니다.',
  },
};

const words: Readonly<Record<Language, SiteWords>> = { en, ko };

/** The language of a page, from Astro's locale (undefined is English, which is at the root). */
export function languageOf(locale: string | undefined): Language {
  return locale === 'ko' ? 'ko' : 'en';
}

export function siteWords(locale: string | undefined): SiteWords {
  return words[languageOf(locale)];
}
