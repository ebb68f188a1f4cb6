import type { ProgramEnd, Progress } from '../island/state.ts';
import { formatSeconds } from '../island/time.ts';
import type { RunFailure } from '../runtime/runtime.ts';

/** Words of the island. A language that lacks one does not compile. */
export interface IslandWords {
  readonly code: string;
  readonly codeHelp: string;
  readonly run: string;
  readonly stop: string;
  /** Lets a run go on that was stopped at a limit. */
  readonly goOn: string;
  readonly reset: string;
  readonly copy: string;
  readonly copied: string;
  readonly notCopied: string;
  readonly share: string;
  readonly link: string;
  readonly linkCopied: string;
  readonly linkNotCopied: string;
  readonly openInPlayground: string;
  readonly output: string;
  readonly nothingYet: string;
  readonly edited: string;
  readonly notKept: string;
  readonly noEditor: string;
  /** A part of Python's standard library could not be fetched in mid-run. */
  readonly noLibrary: string;
  /** Of a program with threads, where the browser cannot run them. */
  readonly noThreads: string;

  /** Where the output on show comes from, and how it ended. */
  readonly recorded: (seconds: number, status: number) => string;
  readonly recordedNatively: string;
  readonly notRecorded: string;

  readonly starting: string;
  readonly loading: (progress: Progress) => string;
  readonly running: string;
  readonly waitsForInput: string;
  readonly ended: (reason: ProgramEnd, seconds: number, status: number) => string;
  readonly stopped: (seconds: number) => string;
  readonly failed: Readonly<Record<RunFailure, string>>;

  readonly stderr: string;
  readonly linesOmitted: (count: number) => string;
  readonly charactersOmitted: (count: number) => string;
  readonly inputLabel: string;
  readonly sendInput: string;
  readonly endInput: string;

  readonly playground: string;
  readonly needsScripts: string;
  readonly sharedProgram: string;
  readonly ownProgram: string;
  readonly brokenLink: Readonly<Record<'damaged' | 'version' | 'size', string>>;
}

const megabytes = (bytes: number) => (bytes / 1_000_000).toFixed(1);

const en: IslandWords = {
  code: 'Code',
  codeHelp: 'Tab indents. To leave the editor, press Escape and then Tab. Ctrl+Enter or Cmd+Enter runs the program.',
  run: 'Run',
  stop: 'Stop',
  goOn: 'Go on',
  reset: 'Reset',
  copy: 'Copy',
  copied: 'The program is copied.',
  notCopied: 'The browser does not allow copying. The program is selected: press Ctrl+C or Cmd+C.',
  share: 'Share',
  link: 'Link to this program',
  linkCopied: 'The link is copied.',
  linkNotCopied: 'The browser does not allow copying. The link is selected: press Ctrl+C or Cmd+C.',
  openInPlayground: 'Open in the playground',
  output: 'Output',
  nothingYet: 'Press Run, or Ctrl+Enter in the code.',
  edited: 'This is your version of the program. Reset brings the original back.',
  notKept: 'This browser does not let the page keep your version of the program. It will be lost when you leave.',
  noEditor: 'The editor could not be loaded. Check the connection and try again, or reload the page.',
  noLibrary: 'A part of Python’s standard library could not be fetched, so an import failed. Check the connection and press Run again.',
  noThreads:
    'This program starts threads, and this browser cannot run them: it lacks JavaScript Promise Integration, which Chrome and Edge have from 137, Firefox from 153 and Safari from 27. Its recorded run is here in full.',
  recorded: (seconds, status) =>
    status === 0 ? `Recorded run, ${formatSeconds(seconds)} s` : `Recorded run, ${formatSeconds(seconds)} s, exit status ${status}`,
  recordedNatively: 'A recording from native Python 3.14. This program cannot run in a browser.',
  notRecorded: 'Not run yet',
  starting: 'Starting Python',
  loading: ({ loadedBytes, totalBytes }) => `Loading Python, ${megabytes(loadedBytes)} of ${megabytes(totalBytes)} MB`,
  running: 'Running',
  waitsForInput: 'The program waits for your input',
  ended: (reason, seconds, status) => {
    const time = formatSeconds(seconds);
    if (reason === 'deadlock') return `Stuck at ${time} s: everything waits, and nothing can wake it`;
    if (reason === 'limit') return `Ended at ${time} s: the program reached the limit of this page`;
    return status === 0 ? `Finished in ${time} s` : `Ended with exit status ${status} after ${time} s`;
  },
  stopped: (seconds) => `Stopped at ${formatSeconds(seconds)} s`,
  failed: {
    load: 'Python could not be loaded. Check the connection and press Run again, or reload the page.',
    outdated: 'The site has been updated since this page was opened. Reload the page and try again.',
    worker: 'This browser does not let the page start Python. Another browser may.',
    crash: 'Python itself crashed. Press Run to start it anew.',
  },
  stderr: 'stderr',
  linesOmitted: (count) => `${count.toLocaleString('en')} lines are not shown`,
  charactersOmitted: (count) => `… ${count.toLocaleString('en')} more characters`,
  inputLabel: 'Input',
  sendInput: 'Send',
  endInput: 'End of input',
  playground: 'Playground',
  needsScripts: 'The playground runs programs in this page, so it needs JavaScript.',
  sharedProgram: 'Somebody shared this program with you. Read it before you run it. Your own program is kept.',
  ownProgram: 'Back to my program',
  brokenLink: {
    damaged: 'This link is damaged, so the program in it cannot be read. Ask for it again; the end may have been cut off.',
    version: 'This link was made by a newer version of this site. Reload the page and try again.',
    size: 'The program in this link is too large to open.',
  },
};

const ko: IslandWords = {
  code: '코드',
  codeHelp: 'Tab은 들여쓰기입니다. 편집기를 벗어나려면 Escape를 누른 다음 Tab을 누릅니다. Ctrl+Enter 또는 Cmd+Enter로 실행합니다.',
  run: '실행',
  stop: '중지',
  goOn: '계속하기',
  reset: '되돌리기',
  copy: '복사',
  copied: '프로그램을 복사했습니다.',
  notCopied: '브라우저가 복사를 허용하지 않습니다. 프로그램을 선택해 두었으니 Ctrl+C 또는 Cmd+C를 누르십시오.',
  share: '공유',
  link: '이 프로그램의 링크',
  linkCopied: '링크를 복사했습니다.',
  linkNotCopied: '브라우저가 복사를 허용하지 않습니다. 링크를 선택해 두었으니 Ctrl+C 또는 Cmd+C를 누르십시오.',
  openInPlayground: '실험실에서 열기',
  output: '출력',
  nothingYet: '실행을 누르거나 코드에서 Ctrl+Enter를 누르십시오.',
  edited: '직접 고친 프로그램입니다. 되돌리기를 누르면 원래 프로그램으로 돌아갑니다.',
  notKept: '이 브라우저에서는 고친 프로그램을 보관할 수 없습니다. 페이지를 떠나면 사라집니다.',
  noEditor: '편집기를 불러오지 못했습니다. 연결을 확인하고 다시 시도하거나 페이지를 새로 고치십시오.',
  noLibrary: 'Python 표준 라이브러리의 일부를 받지 못해서 import가 실패했습니다. 연결을 확인하고 실행을 다시 누르십시오.',
  noThreads:
    '이 프로그램은 스레드를 시작하는데, 이 브라우저에서는 스레드를 실행할 수 없습니다. JavaScript Promise Integration이 없기 때문이며, Chrome과 Edge는 137, Firefox는 153, Safari는 27부터 있습니다. 녹화된 실행은 여기서 끝까지 볼 수 있습니다.',
  recorded: (seconds, status) =>
    status === 0 ? `녹화된 실행, ${formatSeconds(seconds)}초` : `녹화된 실행, ${formatSeconds(seconds)}초, 종료 상태 ${status}`,
  recordedNatively: '네이티브 Python 3.14에서 녹화한 결과입니다. 이 프로그램은 브라우저에서 실행할 수 없습니다.',
  notRecorded: '실행 전',
  starting: 'Python을 시작하고 있습니다',
  loading: ({ loadedBytes, totalBytes }) => `Python을 불러오고 있습니다, ${megabytes(totalBytes)} MB 중 ${megabytes(loadedBytes)} MB`,
  running: '실행하고 있습니다',
  waitsForInput: '프로그램이 입력을 기다립니다',
  ended: (reason, seconds, status) => {
    const time = formatSeconds(seconds);
    if (reason === 'deadlock') return `${time}초에 멈췄습니다: 모두 기다리고 있고 깨울 수 있는 것이 없습니다`;
    if (reason === 'limit') return `${time}초에 끝났습니다: 이 페이지의 한도에 이르렀습니다`;
    return status === 0 ? `${time}초 만에 끝났습니다` : `${time}초 뒤에 끝났습니다. 종료 상태: ${status}`;
  },
  stopped: (seconds) => `${formatSeconds(seconds)}초에 중지했습니다`,
  failed: {
    load: 'Python을 불러오지 못했습니다. 연결을 확인하고 실행을 다시 누르거나 페이지를 새로 고치십시오.',
    outdated: '페이지를 연 뒤에 사이트가 새로 바뀌었습니다. 페이지를 새로 고친 다음 다시 시도하십시오.',
    worker: '이 브라우저에서는 Python을 시작할 수 없습니다. 다른 브라우저에서는 될 수 있습니다.',
    crash: 'Python 자체에 문제가 생겼습니다. 실행을 누르면 새로 시작합니다.',
  },
  stderr: '표준 오류',
  linesOmitted: (count) => `${count.toLocaleString('ko')}줄은 표시하지 않았습니다`,
  charactersOmitted: (count) => `… ${count.toLocaleString('ko')}자 더 있음`,
  inputLabel: '입력',
  sendInput: '보내기',
  endInput: '입력 끝',
  playground: '실험실',
  needsScripts: '실험실은 이 페이지 안에서 프로그램을 실행하므로 JavaScript가 필요합니다.',
  sharedProgram: '다른 사람이 공유한 프로그램입니다. 실행하기 전에 읽어 보십시오. 직접 쓴 프로그램은 그대로 보관되어 있습니다.',
  ownProgram: '내 프로그램으로 돌아가기',
  brokenLink: {
    damaged: '링크가 손상되어 프로그램을 읽을 수 없습니다. 끝이 잘렸을 수 있으니 링크를 다시 받아 보십시오.',
    version: '이 사이트의 더 새로운 버전에서 만든 링크입니다. 페이지를 새로 고친 다음 다시 열어 보십시오.',
    size: '링크에 든 프로그램이 너무 커서 열 수 없습니다.',
  },
};

/** The words for `language`, a tag such as `ko` or `en-GB`. English where there are none. */
export function islandWords(language: string | undefined): IslandWords {
  return language?.split('-')[0] === 'ko' ? ko : en;
}
