/**
 * An island at work: it owns the state, listens to the reader and to the run, and tells the views. Each part does one
 * thing and knows none of the others; here they meet.
 */
import { islandWords, type IslandWords } from '../i18n/island.ts';
import type { EventLog } from '../log/events.ts';
import { canRunThreads, DEFAULT_LIMITS, type Limits, type RunReport, type WorkCost } from '../runtime/runtime.ts';
import { CodePane } from './code-pane.ts';
import { KeptProgram, sharedSlot } from './kept-program.ts';
import { isOutdated } from './outdated.ts';
import { OutputView } from './output.ts';
import { findParts, readData, type IslandData, type Parts } from './parts.ts';
import { Player, type Frame } from './player.ts';
import { asFile, asShown } from './program-text.ts';
import { Runner, type LoadRuntime } from './runner.ts';
import { readShareHash } from './share.ts';
import { Sharing } from './sharing.ts';
import { IDLE, isBusy, nextState, type IslandEvent, type IslandState } from './state.ts';
import { AnnouncementGate, statusText } from './status.ts';
import { ProgramStore } from './store.ts';
import { TimelinePart } from './timeline-part.ts';
import { whenIdle, whenNear } from './when.ts';

/** How much farther the limits are each time that the reader lets a run go on. */
const FARTHER = 10;
/**
 * A run that starts within that time, in milliseconds of real time, is not said to be loading: words that nobody can read
 * would only keep the page from showing the first line.
 */
const QUICK_START_MS = 50;
/** The turn of the output among frames; the timeline has the others. See `Player.turn`. */
const OUTPUT_TURN = 0;

export class Island {
  readonly #element: HTMLElement;
  readonly #data: IslandData;
  readonly #words: IslandWords;
  readonly #parts: Parts;
  readonly #pane: CodePane;
  readonly #output: OutputView;
  readonly #runner: Runner;
  readonly #sharing: Sharing;
  readonly #timeline: TimelinePart;
  readonly #store = new ProgramStore();
  readonly #gate = new AnnouncementGate(() => performance.now());
  readonly #statusBefore: string;
  #program: KeptProgram;
  #state: IslandState = IDLE;
  /** The program of the latest run. */
  #runs = '';
  #work: WorkCost = 'free';
  #limits: Limits = DEFAULT_LIMITS;
  /** Where the reader stood who lets a run go on, in seconds of the program's time; 0 for all others. */
  #goesOnFrom = 0;
  /** Nothing has been shown yet of what the run prints. */
  #awaitsWords = false;
  /** Until it rings, nothing is said of a run that has been asked for. */
  #slowStart: ReturnType<typeof setTimeout> | undefined;
  /** Whoever asked for the run under way. */
  #asked: (log: EventLog | null) => void = () => {};
  /** What plays the runs. Views are added to it. */
  readonly player: Player;

  constructor(element: HTMLElement, loadRuntime: LoadRuntime) {
    this.#element = element;
    this.#data = readData(element);
    this.#words = islandWords(document.documentElement.lang);
    this.#parts = findParts(element);
    this.#statusBefore = this.#parts.status.textContent;
    this.#pane = new CodePane({
      text: this.#parts.code,
      label: this.#words.code,
      help: this.#parts.help,
      changed: () => this.#changed(),
      broke: () => void this.#noteNoEditor(),
      atLine: (line) => this.#timeline.atLine(line),
    });
    this.#program = new KeptProgram(this.#store, this.#data.id, this.#pane.source);
    this.#output = new OutputView(this.#parts.output, this.#words);
    this.#sharing = new Sharing(element, this.#parts, this.#words, this.#pane, this.#data.playground);
    this.#runner = new Runner(loadRuntime, isOutdated, (report) => this.#hear(report));
    this.player = new Player(this.#chosenSpeed());
    this.player.add((frame) => this.#show(frame));
    this.#timeline = new TimelinePart({
      place: this.#parts.timeline,
      compared: this.#parts.compare,
      player: this.player,
      pane: this.#pane,
      recordedOpened: () => this.#output.showRecorded(this.player.playback.log),
    });
  }

  /** Wakes the island up. Listeners last as long as `signal`. */
  wake(signal: AbortSignal): void {
    this.#timeline.wake(signal);
    this.#element.addEventListener('change', () => this.player.setSpeed(this.#chosenSpeed()), { signal });
    if (!this.#data.runs) return;
    this.#pane.wake(signal);
    whenNear(this.#element, () => whenIdle(() => void this.#runner.prepare(), signal), signal);
    this.#element.addEventListener('click', (event) => this.#clicked(event), { signal });
    this.#element.addEventListener('pointerover', (event) => this.#warmFor(event), { signal });
    this.#element.addEventListener('focusin', (event) => this.#warmFor(event), { signal });
    // Before the editor sees it: there, the keys would open a new line.
    this.#element.addEventListener('keydown', (event) => this.#pressed(event), { signal, capture: true });
    this.#parts.input.addEventListener('submit', (event) => this.#submitted(event), { signal });
    // The run would go on unseen, and a page that works in the background may not be kept for Back.
    window.addEventListener('pagehide', () => this.stop(), { signal });
    window.addEventListener('pageshow', ({ persisted }) => persisted && this.#cameBack(), { signal });
    if (this.#data.kind === 'playground') {
      window.addEventListener('hashchange', () => void this.#openAddress(), { signal });
      void this.#openAddress();
    } else {
      this.#openOwn();
    }
  }

  /** Back on a page that the browser has kept as it was: meanwhile the program may have been changed on another. */
  #cameBack(): void {
    if (!this.#store.works) return;
    if (this.#data.kind === 'playground') this.#open(this.#program);
    else this.#openOwn();
  }

  #openOwn(): void {
    this.#open(this.#program);
    this.#noteOwn();
  }

  /** Says of an example whose version of the program this is. */
  #noteOwn(): void {
    if (this.#data.kind === 'playground') return this.#note('');
    this.#note(this.#element.hasAttribute('data-edited') ? this.#words.edited : this.#noteOfOriginal());
  }

  /** The reader is about to run the program: Python is fetched. */
  warm(): void {
    this.#runner.warm();
  }

  /** The program as it stands now. */
  get source(): string {
    return this.#pane.source;
  }

  /**
   * Runs the program as it stands. Without `work`, a changed program's work takes the time that it takes.
   * @returns its whole log, which is known long before it has been played; null where the run is stopped, replaced, or fails.
   */
  run(
    work: WorkCost = this.#pane.source === this.#program.original ? this.#data.work : 'real',
    limits: Limits = DEFAULT_LIMITS,
  ): Promise<EventLog | null> {
    this.#answerAsked(null);
    const asked = new Promise<EventLog | null>((resolve) => (this.#asked = resolve));
    this.player.pause();
    // Asked anew: some browsers bring a choice back after a reload without a word.
    this.player.setSpeed(this.#chosenSpeed());
    if (this.#parts.note.textContent === this.#words.noLibrary) this.#noteOwn();
    this.#dispatch({ type: 'run-pressed' });
    this.#runs = this.#pane.source;
    this.#work = work;
    this.#limits = limits;
    this.#goesOnFrom = 0;
    void this.#runner.start({ filename: this.#data.filename, source: this.#runs }, { work, limits });
    return asked;
  }

  /** A run that was stopped at a limit goes on: it is the same run again, with limits that are farther, from where it was. */
  #goOn(): void {
    if (this.#state.name !== 'finished') return;
    const { seconds } = this.#state;
    const limits = { seconds: this.#limits.seconds * FARTHER, events: this.#limits.events * FARTHER, writes: this.#limits.writes * FARTHER };
    void this.run(this.#work, limits);
    this.#goesOnFrom = seconds;
  }

  #answerAsked(log: EventLog | null): void {
    this.#asked(log);
    this.#asked = () => {};
  }

  stop(): void {
    this.#answerAsked(null);
    if (!isBusy(this.#state)) return;
    // To the tenth: where the reader's finger came down is no time of the program's.
    const seconds = this.#state.name === 'running' ? Math.round(this.player.playback.at * 10) / 10 : 0;
    this.#dispatch({ type: 'stop-pressed', seconds });
    this.player.pause();
    this.#runner.stop();
  }

  /** Back to the original program and its recorded run. In the editor, the program can be brought back with undo. */
  reset(): void {
    this.#clear();
    this.#pane.replace(this.#program.original);
    this.#note(this.#noteOfOriginal());
  }

  #clear(): void {
    this.#answerAsked(null);
    this.#runner.stop();
    this.player.open();
    this.#dispatch({ type: 'reset-pressed' });
    this.#output.showRecorded();
    this.#timeline.showRecorded();
  }

  #hear(report: RunReport): void {
    switch (report.type) {
      case 'loading':
        return this.#dispatch({ type: 'bytes-arrived', progress: report });
      case 'started':
        this.#dispatch({ type: 'started' });
        this.player.open();
        this.#awaitsWords = true;
        return this.#timeline.showYours(this.#runs);
      case 'library-missing':
        return this.#note(this.#words.noLibrary);
      case 'events':
        this.player.append(report.events);
        if (this.#awaitsWords) this.#showFirstWords();
        if (this.#goesOnFrom > 0) this.player.seekTo(this.#goesOnFrom);
        if ((report.events.at(-1)?.at ?? 0) > this.#goesOnFrom) this.#goesOnFrom = 0;
        if (report.events.at(-1)?.kind === 'end') this.#answerAsked(this.player.playback.log);
        return;
      case 'failed':
        this.#answerAsked(null);
        // Nothing more will come: what the program had printed is shown at once.
        this.player.seekTo(Infinity);
        return this.#dispatch({ type: 'broke', reason: report.reason, detail: report.detail });
    }
  }

  /** The reader waits for them since Run was pressed: they do not wait for the next frame. */
  #showFirstWords(): void {
    const { frame } = this.player;
    this.#awaitsWords = !frame.log.slice(0, frame.visible).some(({ kind }) => kind === 'write');
    if (!this.#awaitsWords) this.#output.show(frame);
  }

  #show(frame: Frame): void {
    // No run has said anything yet: the recorded output stays.
    if (frame.log.length === 0) return;
    if ((this.player.turn ?? OUTPUT_TURN) === OUTPUT_TURN) this.#output.show(frame);
    const { clock } = this.#parts;
    const time = `${frame.at.toFixed(1)} s`;
    if (this.#state.name === 'running' && clock.textContent !== time) clock.textContent = time;
    const latest = frame.log[frame.visible - 1];
    const last = frame.log.at(-1);
    // A reader who stops time, or steps through it, has a run before them that is over.
    if (last?.kind === 'end' && (last === latest || !this.player.playback.playing)) this.#dispatch({ type: 'end-shown', end: last });
    if (latest?.kind === 'input-requested' && frame.visible === frame.log.length) this.#dispatch({ type: 'input-shown' });
  }

  #dispatch(event: IslandEvent): void {
    const before = this.#state;
    this.#state = nextState(before, event);
    if (this.#state === before) return;
    this.#element.dataset['state'] = this.#state.name;
    this.#element.querySelector('[data-action=stop]')?.setAttribute('aria-disabled', String(!isBusy(this.#state)));
    if (event.type === 'run-pressed') this.#slowStart = setTimeout(() => this.#render(before), QUICK_START_MS);
    else if (this.#state.name !== 'loading' || this.#slowStart === undefined) this.#render(before);
  }

  #render(before: IslandState): void {
    clearTimeout(this.#slowStart);
    this.#slowStart = undefined;
    const state = this.#state;
    const { status, clock, progress, input, inputField } = this.#parts;
    if (this.#gate.admits(state)) status.textContent = statusText(state, this.#words) ?? this.#statusBefore;
    status.title = state.name === 'failed' ? state.detail : '';
    if (state.name !== 'running') clock.textContent = '';
    if (state.name === 'finished' && before.name === 'running') this.#timeline.compare(this.player.playback.log);
    showProgress(progress, state);
    this.#offerToGoOn(state.name === 'finished' && state.reason === 'limit');
    const asks = state.name === 'running' && state.waitsForInput;
    if (input.hidden === !asks) return;
    const focused = input.contains(document.activeElement);
    input.hidden = !asks;
    inputField.value = '';
    // Only a reader who is in this island is taken to the field, and out of it again.
    if (asks && before.name === 'running' && this.#element.contains(document.activeElement)) inputField.focus();
    if (!asks && focused) this.#parts.output.focus();
  }

  #offerToGoOn(offered: boolean): void {
    const goOn = this.#element.querySelector<HTMLElement>('[data-action=go-on]');
    if (goOn === null || goOn.hidden === !offered) return;
    // What is hidden loses the focus; what can be done next is to stop.
    if (goOn === document.activeElement) this.#element.querySelector<HTMLElement>('[data-action=stop]')?.focus();
    goOn.hidden = !offered;
  }

  #clicked(event: Event): void {
    const control = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-action]') : null;
    switch (control?.dataset['action']) {
      case 'run':
        return void this.run();
      case 'stop':
        return this.stop();
      case 'go-on':
        return this.#goOn();
      case 'reset':
        return this.reset();
      case 'end-input':
        return this.#answer(null);
    }
  }

  #pressed(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat) void this.run();
  }

  /** Pointer over Run, or focus in the code or on Run: the reader is about to run it. */
  #warmFor(event: Event): void {
    if (event.target instanceof Element && event.target.closest('[data-action=run], [data-program]') !== null) {
      if (event.type === 'focusin' || event.target.closest('[data-action=run]') !== null) this.warm();
    }
  }

  #submitted(event: Event): void {
    event.preventDefault();
    this.#answer(this.#parts.inputField.value);
  }

  #answer(line: string | null): void {
    const { latest } = this.player.playback;
    if (latest?.kind !== 'input-requested') return;
    if (line !== null) this.#output.echo(latest.seq, line);
    this.#dispatch({ type: 'input-answered' });
    this.#runner.answer(line);
  }

  #chosenSpeed(): number {
    const chosen = this.#element.querySelector<HTMLInputElement>('[data-tl=speeds] input:checked');
    return chosen === null ? 1 : Number(chosen.value);
  }

  #changed(): void {
    this.#program.keep(this.#pane.source);
    this.#element.toggleAttribute('data-edited', this.#pane.source !== this.#program.original);
    this.#sharing.programChanged();
    this.#timeline.programChanged();
    if (!this.#store.works) this.#note(this.#words.notKept);
  }

  /** Puts `program` in place, in the reader's own version where there is one. */
  #open(program: KeptProgram): void {
    // Read first: putting a program in place keeps what is in place.
    const kept = program.read();
    this.#program = program;
    this.#pane.replace(kept ?? program.original);
    this.#element.toggleAttribute('data-edited', kept !== null);
    this.#sharing.programChanged();
  }

  /** The playground: shows the program that the address holds, or the reader's own. Never runs it. */
  async #openAddress(): Promise<void> {
    const shared = await readShareHash(location.hash);
    const { id, playground } = this.#data;
    this.#clear();
    if (shared.found === 'program') {
      this.#open(new KeptProgram(this.#store, sharedSlot(id, shared.source), asFile(asShown(shared.source))));
      this.#note(this.#words.sharedProgram, { text: this.#words.ownProgram, href: playground });
    } else {
      this.#open(new KeptProgram(this.#store, id, ''));
      this.#note(shared.found === 'problem' ? this.#words.brokenLink[shared.problem] : '');
    }
  }

  /** What is to be said of the program as it is recorded. */
  #noteOfOriginal(): string {
    return this.#data.threads && !canRunThreads() ? this.#words.noThreads : '';
  }

  async #noteNoEditor(): Promise<void> {
    this.#note((await isOutdated()) ? this.#words.failed.outdated : this.#words.noEditor);
  }

  #note(text: string, link?: { readonly text: string; readonly href: string }): void {
    const { note } = this.#parts;
    if (note.textContent === text) return;
    note.hidden = text === '';
    note.textContent = text;
    if (link === undefined) return;
    const anchor = document.createElement('a');
    anchor.href = link.href;
    anchor.textContent = link.text;
    note.append(' ', anchor);
  }
}

function showProgress(bar: HTMLProgressElement, state: IslandState): void {
  bar.hidden = state.name !== 'loading';
  if (state.name !== 'loading' || state.progress === null) return bar.removeAttribute('value');
  bar.max = state.progress.totalBytes;
  bar.value = state.progress.loadedBytes;
}
