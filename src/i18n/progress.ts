/** Words of the reader's progress. A language that lacks one does not compile. */
export interface ProgressWords {
  readonly progress: string;
  /** Beside a page in the contents: heard, not seen. */
  readonly tasksDone: (done: number, tasks: number) => string;
  readonly total: (done: number, tasks: number) => string;
  readonly exportFile: string;
  readonly importFile: string;
  readonly clear: string;
  readonly undo: string;
  readonly cleared: string;
  readonly restored: string;
  readonly imported: (added: number) => string;
  readonly noProgressFile: string;
  readonly notKept: string;
  readonly needsScripts: string;
}

const en: ProgressWords = {
  progress: 'Your progress',
  tasksDone: (done, tasks) => (done === tasks ? 'all done' : `${done} of ${tasks} done`),
  total: (done, tasks) => `${done} of ${tasks} done`,
  exportFile: 'Export to a file',
  importFile: 'Import a file',
  clear: 'Clear',
  undo: 'Undo',
  cleared: 'Your progress is cleared.',
  restored: 'Your progress is back.',
  imported: (added) => (added === 0 ? 'Nothing in the file is new.' : added === 1 ? '1 thing added from the file.' : `${added} things added from the file.`),
  noProgressFile: 'This file holds no progress of this site. Nothing was changed.',
  notKept: 'This browser does not let the page keep your progress. It will be lost when you leave.',
  needsScripts: 'Progress is kept by this page in your browser, so it needs JavaScript.',
};

const ko: ProgressWords = {
  progress: '나의 진도',
  tasksDone: (done, tasks) => (done === tasks ? '모두 마침' : `${tasks}개 가운데 ${done}개 마침`),
  total: (done, tasks) => `${tasks}개 가운데 ${done}개를 마쳤습니다`,
  exportFile: '파일로 내보내기',
  importFile: '파일에서 가져오기',
  clear: '지우기',
  undo: '되돌리기',
  cleared: '진도를 지웠습니다.',
  restored: '진도를 되돌렸습니다.',
  imported: (added) => (added === 0 ? '파일에 새로운 것이 없습니다.' : `파일에서 ${added}개를 더했습니다.`),
  noProgressFile: '이 사이트의 진도가 든 파일이 아닙니다. 바뀐 것은 없습니다.',
  notKept: '이 브라우저에서는 진도를 보관할 수 없습니다. 페이지를 떠나면 사라집니다.',
  needsScripts: '진도는 이 페이지가 브라우저 안에 보관하므로 JavaScript가 필요합니다.',
};

/** The words for `language`, a tag such as `ko` or `en-GB`. English where there are none. */
export function progressWords(language: string | undefined): ProgressWords {
  return language?.split('-')[0] === 'ko' ? ko : en;
}
