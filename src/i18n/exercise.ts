import type { EndReason } from '../log/events.ts';
import { formatSeconds } from '../island/time.ts';
import { particleAfter } from '../log/sentences/particles.ts';

/** Words of things to solve and to predict, and of their verdicts. A language that lacks one does not compile. */
export interface ExerciseWords {
  readonly check: string;
  readonly checking: string;
  /** Above the sentences of a verdict. */
  readonly solved: string;
  readonly notSolved: (failed: number, checks: number) => string;
  readonly notChecked: string;
  readonly notStarted: string;
  /** On an exercise that was solved, now or on an earlier visit. */
  readonly solvedMark: string;

  readonly program: string;
  readonly question: string;
  readonly orderLabel: string;
  readonly moveUp: (line: string) => string;
  readonly moveDown: (line: string) => string;
  readonly moved: (line: string, place: number, lines: number) => string;
  readonly rightPlace: string;
  readonly otherPlace: (place: number) => string;
  readonly seconds: string;
  readonly showAnswer: string;
  readonly tryAgain: string;
  readonly chooseFirst: string;
  readonly typeFirst: string;
  readonly right: string;
  readonly orderVerdict: (right: number, lines: number) => string;
  readonly durationVerdict: (given: number, actual: number) => string;
  readonly choiceVerdict: (given: string, answer: string) => string;
  readonly answeredMark: string;

  readonly endedBadly: Readonly<Record<Exclude<EndReason, 'finished'>, (seconds: number) => string>>;
  readonly endedWithError: (error: string) => string;
  readonly endedWithStatus: (status: number) => string;
  readonly outputRight: (lines: number) => string;
  readonly nothingPrinted: (lines: number) => string;
  readonly lineDiffers: (number: number, expected: string, printed: string) => string;
  readonly lineMissing: (number: number, expected: string, printedLines: number) => string;
  readonly lineTooMany: (lines: number, next: string) => string;
  /** Whether `text` is in the output, and should be. */
  readonly outputText: (text: string, wanted: boolean, found: boolean) => string;
  /** After `outputText`, where the text is missing: the printed line most like it. */
  readonly nearestLine: (line: string) => string;
  readonly sourceText: (text: string, wanted: boolean, found: boolean) => string;
  readonly duration: (ok: boolean, atLeast: number, atMost: number, seconds: number) => string;
}

const quoted = (text: string) => `“${text}”`;
const lines = (count: number) => (count === 1 ? '1 line' : `${count} lines`);

const en: ExerciseWords = {
  check: 'Check',
  checking: 'The program is being run',
  solved: 'Solved.',
  notSolved: (failed, checks) => (checks === 1 ? 'Not yet.' : `Not yet: ${failed} of ${checks} checks ${failed === 1 ? 'fails' : 'fail'}.`),
  notChecked: 'The run was stopped, so there is nothing to check.',
  notStarted: 'The program could not be run, so there is nothing to check.',
  solvedMark: 'solved',

  program: 'Program',
  question: 'Your prediction',
  orderLabel: 'Lines of the output, to be put in order',
  moveUp: (line) => `Move up: ${line}`,
  moveDown: (line) => `Move down: ${line}`,
  moved: (line, place, count) => `${line}: now ${place} of ${count}`,
  rightPlace: 'right',
  otherPlace: (place) => `is line ${place}`,
  seconds: 'seconds',
  showAnswer: 'Show the answer',
  tryAgain: 'Try again',
  chooseFirst: 'Choose an answer first.',
  typeFirst: 'Type a number of seconds first, for example 0.5.',
  right: 'Right.',
  orderVerdict: (right, count) => `Not quite: ${right} of ${lines(count)} ${right === 1 ? 'is' : 'are'} in the right place.`,
  durationVerdict: (given, actual) => `Not quite: you said ${formatSeconds(given)} s, and the run takes ${formatSeconds(actual)} s.`,
  choiceVerdict: (given, answer) => `Not quite: you chose ${quoted(given)}, and the answer is ${quoted(answer)}.`,
  answeredMark: 'answered',

  endedBadly: {
    deadlock: (seconds) => `The program got stuck at ${formatSeconds(seconds)} s: everything waits, and nothing can wake it.`,
    limit: (seconds) => `The program did not end: at ${formatSeconds(seconds)} s it reached the limit.`,
    stopped: () => 'The program was stopped before it ended.',
    crashed: () => 'Python itself crashed.',
  },
  endedWithError: (error) => `The program ended with an error: ${error}`,
  endedWithStatus: (status) => `The program should end normally, but its exit status is ${status}.`,
  outputRight: (count) => (count === 1 ? 'The line of output is right.' : `All ${count} lines of the output are right.`),
  nothingPrinted: (count) => `The program should print ${lines(count)}, but it printed nothing.`,
  lineDiffers: (number, expected, printed) => `Line ${number} of the output should be ${quoted(expected)}, but it is ${quoted(printed)}.`,
  lineMissing: (number, expected, printedLines) =>
    `Line ${number} of the output should be ${quoted(expected)}, but the output ends after ${lines(printedLines)}.`,
  lineTooMany: (count, next) => `The output should end after ${lines(count)}, but ${quoted(next)} follows.`,
  outputText: (text, wanted, found) => contains('The output', text, wanted, found),
  nearestLine: (line) => `The nearest line is ${quoted(line)}.`,
  sourceText: (text, wanted, found) => contains('The program', text, wanted, found),
  duration: (ok, atLeast, atMost, seconds) => {
    const [from, to, took] = [atLeast, atMost, seconds].map(formatSeconds);
    return ok ? `The run took ${took} s, as it should.` : `The run should take between ${from} and ${to} s, but it took ${took} s.`;
  },
};

function contains(where: string, text: string, wanted: boolean, found: boolean): string {
  if (wanted === found) return `${where} ${found ? 'contains' : 'does not contain'} ${quoted(text)}, as it should.`;
  return `${where} should${wanted ? '' : ' not'} contain ${quoted(text)}, but it ${found ? 'does' : 'does not'}.`;
}

const ko: ExerciseWords = {
  check: '확인하기',
  checking: '프로그램을 실행하고 있습니다',
  solved: '풀었습니다.',
  notSolved: (failed, checks) => (checks === 1 ? '아직 아닙니다.' : `아직 아닙니다. 확인할 것 ${checks}가지 가운데 ${failed}가지가 맞지 않습니다.`),
  notChecked: '실행이 중지되어 확인하지 못했습니다.',
  notStarted: '프로그램을 실행하지 못해 확인할 수 없습니다.',
  solvedMark: '푼 문제',

  program: '프로그램',
  question: '나의 예측',
  orderLabel: '순서대로 놓을 출력 줄',
  moveUp: (line) => `위로: ${line}`,
  moveDown: (line) => `아래로: ${line}`,
  moved: (line, place, count) => `${line}: ${count}줄 가운데 ${place}번째`,
  rightPlace: '맞음',
  otherPlace: (place) => `${place}번째 줄`,
  seconds: '초',
  showAnswer: '답 보기',
  tryAgain: '다시 해 보기',
  chooseFirst: '먼저 답을 하나 고르십시오.',
  typeFirst: '먼저 몇 초인지 숫자로 쓰십시오. 예: 0.5',
  right: '맞았습니다.',
  orderVerdict: (right, count) => `아쉽습니다. ${count}줄 가운데 ${right}줄이 제자리에 있습니다.`,
  durationVerdict: (given, actual) => `아쉽습니다. 예측은 ${formatSeconds(given)}초였고, 실제로는 ${formatSeconds(actual)}초가 걸립니다.`,
  choiceVerdict: (given, answer) => `아쉽습니다. 고른 답: ${quoted(given)}, 맞는 답: ${quoted(answer)}`,
  answeredMark: '답한 문제',

  endedBadly: {
    deadlock: (seconds) => `프로그램이 ${formatSeconds(seconds)}초에 멈췄습니다. 모두 기다리고 있고 깨울 수 있는 것이 없습니다.`,
    limit: (seconds) => `프로그램이 끝나지 않고 ${formatSeconds(seconds)}초에 한도에 이르렀습니다.`,
    stopped: () => '프로그램이 끝나기 전에 중지되었습니다.',
    crashed: () => 'Python 자체에 문제가 생겼습니다.',
  },
  endedWithError: (error) => `프로그램이 오류로 끝났습니다: ${error}`,
  endedWithStatus: (status) => `프로그램이 정상으로 끝나야 하는데, 종료 상태가 0이 아닙니다: ${status}`,
  outputRight: (count) => (count === 1 ? '출력한 줄이 맞습니다.' : `출력 ${count}줄이 모두 맞습니다.`),
  nothingPrinted: (count) => `${count}줄을 출력해야 하는데, 아무것도 출력하지 않았습니다.`,
  lineDiffers: (number, expected, printed) =>
    `출력의 ${number}번째 줄에는 ${said(expected)} 나와야 하는데, ${said(printed)} 나왔습니다.`,
  lineMissing: (number, expected, printedLines) =>
    `출력의 ${number}번째 줄에는 ${said(expected)} 나와야 하는데, 출력이 ${printedLines}줄에서 끝났습니다.`,
  lineTooMany: (count, next) => `출력이 ${count}줄에서 끝나야 하는데, 그 뒤에 ${said(next)} 더 나왔습니다.`,
  outputText: (text, wanted, found) => present('출력에', text, wanted, found),
  nearestLine: (line) => `가장 비슷한 줄: ${quoted(line)}`,
  sourceText: (text, wanted, found) => present('프로그램에', text, wanted, found),
  duration: (ok, atLeast, atMost, seconds) => {
    const [from, to, took] = [atLeast, atMost, seconds].map(formatSeconds);
    return ok ? `실행에 걸린 시간이 맞습니다: ${took}초.` : `실행이 ${from}초에서 ${to}초 사이에 끝나야 하는데, ${took}초가 걸렸습니다.`;
  },
};

const said = (text: string) => quoted(text) + particleAfter(text, 'quoted');

function present(where: string, text: string, wanted: boolean, found: boolean): string {
  if (wanted === found) return `${where} ${quoted(text)}${particleAfter(text, 'called')} 부분이 ${found ? '있습니다' : '없습니다'}.`;
  return `${where} ${quoted(text)}${particleAfter(text, 'called')} 부분이 ${wanted ? '있어야 하는데, 없습니다' : '없어야 하는데, 있습니다'}.`;
}

/** The words for `language`, a tag such as `ko` or `en-GB`. English where there are none. */
export function exerciseWords(language: string | undefined): ExerciseWords {
  return language?.split('-')[0] === 'ko' ? ko : en;
}
