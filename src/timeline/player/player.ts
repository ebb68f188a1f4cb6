/**
 * The player of a timeline: wakes up the markup that draw.ts made. Buttons, slider, keys and pointer become commands to the
 * transport (walk.ts); each frame of the transport becomes a playhead, states beside the labels, and a sentence.
 */
import type { EventLog } from '../../log/events.ts';
import type { Moment, Timeline } from '../../log/model.ts';
import { headingOf, sentenceOf } from '../../log/sentences/sentences.ts';
import type { Language } from '../../log/sentences/sentences.ts';
import type { Step } from '../../log/steps.ts';
import { placesAt, timelineOf } from '../../log/timeline.ts';
import type { Place } from '../../log/timeline.ts';
import { drawFigure, drawPart, drawWords } from '../draw.ts';
import { drawIcon, summary } from '../draw-controls.ts';
import type { Layout } from '../layout.ts';
import { layoutOf } from '../layout.ts';
import { escapeText } from '../markup.ts';
import { SpanText } from '../span-text.ts';
import { timelineLanguage, timelineWords } from '../words.ts';
import type { TimelineWords } from '../words.ts';
import type { PlayerParts } from './parts.ts';
import { findPlayerParts } from './parts.ts';
import { LaneStates } from './lane-states.ts';
import { Overlay } from './overlay.ts';
import { Pointing } from './pointing.ts';
import type { Frame, Transport } from './transport.ts';
import { Walk, stepShown } from './walk.ts';

/** Where the playhead is, for whoever highlights the program. */
export interface Position {
  readonly step: Step | undefined;
  readonly moment: Moment;
  /**
   * Every living task and thread: its state, and its line where it has one. Nobody as long as the reader has only looked
   * at a recorded run that stands at its end.
   */
  readonly places: readonly Place[];
}

export interface PlayerOptions {
  /** The playhead stands elsewhere, or somebody's state has changed. */
  readonly onPosition?: (position: Position) => void;
  /** The reader points at a bar, by pointer or by keys: the line it is at; null when no longer. */
  readonly onPoint?: (line: number | null) => void;
}

export type Which = 'recorded' | 'yours';

/** While a run writes its log, it is drawn anew at most this often; a long one, whose drawing takes long, less often. */
const REDRAW_REAL_MS = 400;
/** Of the time of the page, drawing anew gets one part in so many: the rest is for the reader, who wants to press Stop. */
const REDRAW_SHARE = 5;
/** Turns of the timeline among frames (`Transport.turn`): for states, for lines of the program, for words. */
const STATES_TURN = 1;
const LINES_TURN = 2;
const WORDS_TURN = 3;

export class TimelinePlayer {
  readonly #root: HTMLElement;
  readonly #parts: PlayerParts;
  readonly #transport: Transport;
  readonly #options: PlayerOptions;
  readonly #recorded: EventLog;
  readonly #language: Language;
  readonly #words: TimelineWords;
  readonly #walk: Walk;
  readonly #overlay: Overlay;
  readonly #pointing: Pointing;
  readonly #laneStates: LaneStates;
  readonly #calm = window.matchMedia('(prefers-reduced-motion: reduce)');
  #timeline: Timeline;
  #layout: Layout;
  #log: EventLog;
  #length: number;
  #drawnAt = 0;
  #pause = REDRAW_REAL_MS;
  #step: Step | undefined;
  #told = '';
  #playing: boolean | null = null;
  /** Whether the reader has moved the playhead: until then the timeline speaks of the whole run. */
  #moved = false;
  #which: Which = 'recorded';

  /** @param recorded the log whose timeline stands in `root`, drawn by the build; empty where there is none. */
  constructor(root: HTMLElement, transport: Transport, recorded: EventLog, options: PlayerOptions = {}) {
    this.#root = root;
    this.#parts = findPlayerParts(root);
    this.#transport = transport;
    this.#options = options;
    this.#recorded = recorded;
    this.#language = timelineLanguage(root.dataset['language']);
    this.#words = timelineWords(this.#language);
    this.#log = recorded;
    this.#length = recorded.length;
    this.#timeline = timelineOf(recorded);
    this.#layout = layoutOf(this.#timeline);
    this.#walk = new Walk(transport, this.#timeline);
    this.#overlay = new Overlay(this.#words.bar);
    this.#laneStates = new LaneStates(this.#words);
    this.#pointing = new Pointing(this.#overlay, {
      scrub: (position) => this.#move(() => this.#walk.scrubTo(position)),
      point: (line) => this.#options.onPoint?.(line),
    });
    this.#keepFocus(() => this.#attach());
  }

  /** From now on the reader is listened to, until `signal`. */
  wake(signal: AbortSignal): void {
    this.#root.dataset['awake'] = '';
    const { time } = this.#parts;
    this.#root.addEventListener('click', (event) => this.#clicked(event), { signal });
    time.addEventListener('input', () => this.#move(() => this.#walk.goTo(time.valueAsNumber)), { signal });
    this.#parts.words.addEventListener('toggle', () => this.#fillWords(), { signal, capture: true });
    this.#pointing.wake(this.#parts.figure, signal);
    signal.addEventListener('abort', this.#transport.add((frame) => this.#show(frame)));
  }

  /** Says whose run the next frames are of. */
  show(which: Which): void {
    this.#which = which;
    this.#moved = false;
    this.#step = undefined;
    this.#told = '';
    // Where nothing is recorded, the drawing goes with the run that it showed.
    if (which === 'recorded' && this.#recorded.length === 0) this.#root.dataset['empty'] = '';
    this.#parts.which.textContent = which === 'recorded' ? this.#words.recordedRun : this.#words.yourRun;
    this.#root.dataset['which'] = which;
  }

  /** Marks the bars that are at a line of the program; null takes the marks away. */
  markLine(line: number | null): void {
    this.#overlay.markLine(line, this.#timeline, this.#layout);
  }

  #clicked(event: Event): void {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-do]') : null;
    const walk = this.#walk;
    switch (button?.dataset['do']) {
      case 'to-start':
        return this.#move(() => walk.toStart());
      case 'step-back':
        return this.#move(() => walk.stepBack());
      case 'play':
        return this.#move(() => walk.playOrPause());
      case 'step-forward':
        // A run that nobody has moved stands at its end: forward means from the start, then.
        return this.#move(() => (walk.atEnd && !this.#moved ? walk.toStart() : walk.stepForward()));
      case 'to-end':
        return this.#move(() => walk.toEnd());
    }
  }

  #move(go: () => void): void {
    go();
    // What is said from now on is about steps, no longer about the whole run.
    if (!this.#moved) this.#step = undefined;
    this.#moved = true;
  }

  #show(frame: Frame): void {
    if (frame.log.length === 0) return;
    if (this.#mustRedraw(frame)) this.#redraw(frame.log);
    const { playing, caughtUp } = this.#transport.playback;
    const plays = playing && !caughtUp;
    if (plays !== this.#playing) this.#showPlaying(plays);
    // A recorded run that nobody has touched is a picture: there is no playhead in it.
    this.#root.toggleAttribute('data-rests', this.#rests(plays));
    const step = stepShown(this.#timeline, frame.visible);
    const { axis } = this.#timeline;
    // Readers who want no movement see the playhead go from step to step.
    const at = this.#calm.matches ? (step?.at ?? 0) : frame.at;
    this.#overlay.moveTo(step === undefined ? 0 : axis.playhead(step.index, at));
    const { turn } = this.#transport;
    const moment = { seq: step?.last ?? 0, at: Math.max(frame.at, this.#timeline.log[step?.last ?? 0]?.at ?? 0) };
    if ((turn ?? STATES_TURN) === STATES_TURN) this.#laneStates.show(moment);
    if ((turn ?? LINES_TURN) === LINES_TURN) this.#tellPosition(step, moment, plays);
    if (step === this.#step || (turn ?? WORDS_TURN) !== WORDS_TURN) return;
    this.#step = step;
    this.#showStep(step, plays);
  }

  /** Whether a recorded run is on show, and the reader has only looked at it. */
  #rests(plays: boolean): boolean {
    return this.#which === 'recorded' && !this.#moved && !plays;
  }

  #mustRedraw({ log }: Frame): boolean {
    if (log === this.#log && log.length === this.#length) return false;
    // The recorded run, played: it is drawn already.
    if (sameLog(log, this.#timeline.log)) {
      this.#log = log;
      this.#length = log.length;
      return false;
    }
    return log !== this.#log || log.at(-1)?.kind === 'end' || performance.now() - this.#drawnAt >= this.#pause;
  }

  #redraw(log: EventLog): void {
    this.#log = log;
    this.#length = log.length;
    this.#root.toggleAttribute('data-empty', log.length === 0);
    const began = performance.now();
    this.#timeline = timelineOf(log.slice());
    this.#layout = layoutOf(this.#timeline);
    this.#walk.timeline = this.#timeline;
    const options = { language: this.#language, id: this.#root.dataset['id'] ?? 'timeline' };
    this.#keepFocus(() => {
      this.#parts.figure.innerHTML = drawFigure(this.#timeline, options);
      this.#parts.words.innerHTML = drawWords({ ...this.#timeline, steps: [] }, options);
      this.#attach();
    });
    const { length } = this.#timeline.steps;
    this.#parts.time.max = String(Math.max(0, length - 1));
    this.#parts.position.dataset['longest'] = this.#words.position(length, length);
    this.#step = undefined;
    this.#told = '';
    this.#drawnAt = performance.now();
    this.#pause = Math.max(REDRAW_REAL_MS, (this.#drawnAt - began) * (REDRAW_SHARE - 1));
  }

  /** Whoever was at the drawing, or at the words, is there again after it was drawn anew. */
  #keepFocus(draw: () => void): void {
    const { figure, words } = this.#parts;
    const [atFigure, atWords] = [figure, words].map((part) => part.contains(document.activeElement));
    draw();
    if (atFigure === true) this.#overlay.bar.focus({ preventScroll: true });
    if (atWords === true) words.querySelector('summary')?.focus({ preventScroll: true });
  }

  /** Whatever holds on to the drawing takes hold of the new one. */
  #attach(): void {
    const { figure } = this.#parts;
    this.#overlay.attach(figure);
    this.#laneStates.attach(figure, this.#timeline);
    this.#pointing.attach(this.#timeline, this.#layout, new SpanText(this.#timeline, this.#words));
  }

  #showStep(step: Step | undefined, plays: boolean): void {
    const { time, position } = this.#parts;
    const { steps } = this.#timeline;
    this.#showSentence(step, plays);
    const index = step?.index ?? 0;
    time.value = String(index);
    time.style.setProperty('--tl-passed', `${(100 * index) / Math.max(1, steps.length - 1)}%`);
    const where = this.#words.position(index + 1, steps.length);
    time.setAttribute('aria-valuetext', `${this.#words.seconds(step?.at ?? 0)}, ${where}`);
    position.textContent = where;
  }

  #showSentence(step: Step | undefined, plays: boolean): void {
    const { sentence } = this.#parts;
    const moved = this.#moved || plays;
    // Read out while the reader steps: not when the page opens, and not in a run that plays, which would talk without end.
    sentence.setAttribute('aria-live', this.#moved && !plays ? 'polite' : 'off');
    if (step === undefined || !moved) {
      sentence.textContent = summary(this.#timeline, this.#words);
      return;
    }
    const heading = headingOf(this.#timeline, step, this.#language);
    sentence.innerHTML = escapeText(heading) + sentenceOf(this.#timeline, step, this.#language).map(drawPart).join('');
  }

  #showPlaying(plays: boolean): void {
    this.#playing = plays;
    const { play } = this.#parts;
    const label = plays ? this.#words.pause : this.#words.play;
    play.setAttribute('aria-label', label);
    play.title = label;
    play.innerHTML = drawIcon(plays ? 'pause' : 'play');
  }

  #tellPosition(step: Step | undefined, moment: Moment, plays: boolean): void {
    if (this.#options.onPosition === undefined) return;
    const places = this.#rests(plays) ? [] : placesAt(this.#timeline, moment);
    const told = `${step?.index} ${places.map(({ lane, state, line }) => `${lane.id} ${state} ${line}`).join()}`;
    if (told === this.#told) return;
    this.#told = told;
    this.#options.onPosition({ step, moment, places });
  }

  /** The run in words, made when it is opened: a long run has thousands of sentences. */
  #fillWords(): void {
    const { words } = this.#parts;
    const list = words.querySelector('ol');
    if (list === null || list.childElementCount > 0) return;
    const whole = document.createElement('template');
    whole.innerHTML = drawWords(this.#timeline, { language: this.#language, id: '' });
    list.replaceWith(...whole.content.querySelectorAll('ol'));
  }
}

function sameLog(a: EventLog, b: EventLog): boolean {
  return a.length === b.length && a.every((event, index) => event.kind === b[index]?.kind && event.at === b[index].at);
}
