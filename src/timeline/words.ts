/** Words of the timeline and its player. A language that lacks one does not compile. */
import { formatSeconds } from '../log/sentences/context.ts';
import type { Language } from '../log/sentences/sentences.ts';
import type { State } from '../log/model.ts';

export interface TimelineWords {
  readonly timeline: string;
  readonly states: Readonly<Record<State, string>>;
  readonly line: (line: number) => string;
  /** Work is done after the one and before the other; the log does not say where. */
  readonly lines: (after: number, before: number) => string;
  readonly seconds: (seconds: number) => string;
  /** A stretch of time; the same twice is an instant. */
  readonly between: (from: number, to: number) => string;
  /** What a drawing shows, for those who do not see it. */
  readonly summary: (tasks: number, threads: number, seconds: number, steps: number) => string;
  readonly inWords: string;
  readonly legend: string;
  readonly prints: string;
  readonly creates: string;
  readonly waitsFor: string;
  readonly cancels: string;
  readonly wakes: string;
  readonly thread: string;
  /** What the lanes are. */
  readonly lanes: string;

  /** What a bar waits for or is at, as short as it must be to stand in the bar. */
  readonly sleep: (seconds: number) => string;
  readonly awaits: (names: string) => string;
  readonly executor: string;
  readonly input: string;
  readonly idle: string;
  readonly work: string;
  readonly why: Readonly<Record<'created' | 'woken' | 'turn' | 'overdue' | 'switched', string>>;
  readonly keeps: (names: string) => string;

  readonly play: string;
  readonly pause: string;
  readonly stepBack: string;
  readonly stepForward: string;
  readonly toStart: string;
  readonly toEnd: string;
  readonly time: string;
  readonly speed: string;
  readonly instant: string;
  readonly recordedRun: string;
  readonly yourRun: string;
  /** How far the reader is: steps counted from 1. */
  readonly position: (step: number, steps: number) => string;
  /** A stretch of a lane, as a screen reader names it. */
  readonly bar: string;
  readonly compare: CompareWords;
}

export interface CompareWords {
  readonly title: string;
  readonly same: string;
  readonly output: string;
  readonly time: (recorded: number, yours: number) => string;
  readonly recorded: string;
  readonly yours: string;
  readonly only: Readonly<Record<'recorded' | 'yours', string>>;
  readonly later: (seconds: number) => string;
}

const en: TimelineWords = {
  timeline: 'Timeline',
  states: {
    running: 'running',
    ready: 'ready',
    waiting: 'waiting',
    blocking: 'blocking',
    done: 'done',
    failed: 'failed',
    cancelled: 'cancelled',
  },
  line: (line) => `line ${line}`,
  lines: (after, before) => `after line ${after}, before line ${before}`,
  seconds: (seconds) => (Number.isFinite(seconds) ? `${formatSeconds(seconds)} s` : '∞'),
  between: (from, to) =>
    formatSeconds(from) === formatSeconds(to) ? `at ${formatSeconds(from)} s` : `from ${formatSeconds(from)} to ${formatSeconds(to)} s`,
  summary: (tasks, threads, seconds, steps) =>
    `${count(tasks, 'task')} and ${count(threads, 'thread')} over ${formatSeconds(seconds)} s, in ${count(steps, 'step')}.`,
  inWords: 'The run in words',
  legend: 'Legend',
  prints: 'prints',
  creates: 'creates',
  waitsFor: 'awaits',
  cancels: 'cancels',
  wakes: 'wakes',
  thread: 'thread',
  lanes: 'Tasks and threads',
  sleep: (seconds) => `sleep ${en.seconds(seconds)}`,
  awaits: (names) => `await ${names}`,
  executor: 'executor',
  input: 'input',
  idle: 'idle',
  work: 'work',
  why: {
    created: 'has not run yet',
    woken: 'waits for its turn',
    turn: 'gave its turn away',
    overdue: 'its time has come, but the loop is blocked',
    switched: 'another thread runs',
  },
  keeps: (names) => `keeps ${names}`,
  play: 'Play',
  pause: 'Pause',
  stepBack: 'Step back',
  stepForward: 'Step forward',
  toStart: 'To start',
  toEnd: 'To end',
  time: 'Time',
  speed: 'Speed',
  instant: 'instant',
  recordedRun: 'Recorded run',
  yourRun: 'Your run',
  position: (step, steps) => `step ${step} of ${steps}`,
  bar: 'bar of the timeline',
  compare: {
    title: 'Compared with the recorded run',
    same: 'Your run does exactly what the recorded run does.',
    output: 'Output',
    time: (recorded, yours) => `Your run takes ${formatSeconds(yours)} s; the recorded one takes ${formatSeconds(recorded)} s.`,
    recorded: 'Recorded',
    yours: 'Yours',
    only: { recorded: 'only in the recorded run', yours: 'only in your run' },
    later: (seconds) => (seconds < 0 ? `${formatSeconds(-seconds)} s earlier` : `${formatSeconds(seconds)} s later`),
  },
};

const ko: TimelineWords = {
  timeline: '타임라인',
  states: {
    running: '실행 중',
    ready: '준비됨',
    waiting: '대기 중',
    blocking: '블로킹',
    done: '완료',
    failed: '실패',
    cancelled: '취소됨',
  },
  line: (line) => `${line}행`,
  lines: (after, before) => `${after}행 뒤, ${before}행 앞`,
  seconds: (seconds) => (Number.isFinite(seconds) ? `${formatSeconds(seconds)}초` : '∞'),
  between: (from, to) =>
    formatSeconds(from) === formatSeconds(to) ? `${formatSeconds(from)}초` : `${formatSeconds(from)}초부터 ${formatSeconds(to)}초까지`,
  summary: (tasks, threads, seconds, steps) =>
    `태스크 ${tasks}개와 스레드 ${threads}개, ${formatSeconds(seconds)}초 동안 ${steps}단계.`,
  inWords: '글로 읽는 실행',
  legend: '범례',
  prints: '출력',
  creates: '생성',
  waitsFor: '기다리는 대상',
  cancels: '취소 요청',
  wakes: '깨움',
  thread: '스레드',
  lanes: '태스크와 스레드',
  sleep: (seconds) => `sleep ${ko.seconds(seconds)}`,
  awaits: (names) => `await ${names}`,
  executor: '실행기',
  input: '입력',
  idle: '쉬는 중',
  work: '연산',
  why: {
    created: '아직 실행된 적 없음',
    woken: '차례를 기다림',
    turn: '차례를 양보함',
    overdue: '깰 시각이 지났지만 루프가 막혀 있음',
    switched: '다른 스레드가 실행 중',
  },
  keeps: (names) => `막힌 태스크: ${names}`,
  play: '재생',
  pause: '일시 정지',
  stepBack: '한 단계 뒤로',
  stepForward: '한 단계 앞으로',
  toStart: '처음으로',
  toEnd: '끝으로',
  time: '시간',
  speed: '속도',
  instant: '즉시',
  recordedRun: '녹화된 실행',
  yourRun: '내 실행',
  position: (step, steps) => `${steps}단계 중 ${step}단계`,
  bar: '타임라인 막대',
  compare: {
    title: '녹화된 실행과 비교',
    same: '내 실행은 녹화된 실행과 똑같이 움직였습니다.',
    output: '출력',
    time: (recorded, yours) => `내 실행은 ${formatSeconds(yours)}초, 녹화된 실행은 ${formatSeconds(recorded)}초 걸렸습니다.`,
    recorded: '녹화',
    yours: '내 실행',
    only: { recorded: '녹화된 실행에만 있음', yours: '내 실행에만 있음' },
    later: (seconds) => (seconds < 0 ? `${formatSeconds(-seconds)}초 빠름` : `${formatSeconds(seconds)}초 늦음`),
  },
};

const words: Readonly<Record<Language, TimelineWords>> = { en, ko };

/** The words in the language of a page; `undefined` (Astro's root locale) is English. */
export function timelineWords(language: string | undefined): TimelineWords {
  return words[timelineLanguage(language)];
}

export function timelineLanguage(language: string | undefined): Language {
  return language === 'ko' ? 'ko' : 'en';
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
