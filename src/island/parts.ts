/** The parts of an island's markup (Island.astro), found once and typed. */

export interface Parts {
  readonly code: HTMLElement;
  readonly help: HTMLElement;
  readonly note: HTMLElement;
  readonly toast: HTMLElement;
  readonly share: HTMLElement;
  readonly link: HTMLInputElement;
  readonly status: HTMLElement;
  readonly clock: HTMLElement;
  readonly progress: HTMLProgressElement;
  readonly timeline: HTMLElement;
  readonly output: HTMLElement;
  readonly compare: HTMLElement;
  readonly input: HTMLFormElement;
  readonly inputField: HTMLInputElement;
}

export function findParts(island: HTMLElement): Parts {
  const part = <Part extends HTMLElement>(selector: string, kind: new () => Part): Part => {
    const found = island.querySelector(selector);
    if (found instanceof kind) return found;
    throw new Error(`This island has no ${selector}; see Island.astro.`);
  };
  return {
    code: part('[data-code]', HTMLElement),
    help: part('[data-help]', HTMLElement),
    note: part('[data-note]', HTMLElement),
    toast: part('[data-toast]', HTMLElement),
    share: part('[data-share]', HTMLElement),
    link: part('[data-share] input', HTMLInputElement),
    status: part('[data-status]', HTMLElement),
    clock: part('[data-clock]', HTMLElement),
    progress: part('[data-progress]', HTMLProgressElement),
    timeline: part('[data-timeline]', HTMLElement),
    output: part('[data-output]', HTMLElement),
    compare: part('[data-compare]', HTMLElement),
    input: part('[data-input]', HTMLFormElement),
    inputField: part('[data-input] input', HTMLInputElement),
  };
}

/** What the build wrote on the element itself. */
export interface IslandData {
  readonly id: string;
  readonly kind: 'example' | 'playground';
  readonly filename: string;
  /** What work costs as long as the program is the recorded one. */
  readonly work: 'free' | 'real';
  /** Whether the program can run in a browser. */
  readonly runs: boolean;
  /** Whether the recorded run has threads. */
  readonly threads: boolean;
  /** Path of the playground. */
  readonly playground: string;
}

export function readData(island: HTMLElement): IslandData {
  const { id = '', kind, filename = 'program.py', work, browser, threads, playground = '' } = island.dataset;
  return {
    id,
    kind: kind === 'playground' ? 'playground' : 'example',
    filename,
    work: work === 'real' ? 'real' : 'free',
    runs: browser !== 'no',
    threads: threads === 'yes',
    playground,
  };
}
