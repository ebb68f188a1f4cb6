/**
 * The timeline of an island, before its player has come. The drawing stands in the page; the player is loaded when the
 * drawing comes near and the page has nothing else to do, or at once when the reader turns to it or runs the program. What
 * was pressed meanwhile is done then.
 */
import type { EventLog } from '../log/events.ts';
import type { CodePane } from './code-pane.ts';
import type { Player } from './player.ts';
import type { TimelineView } from './timeline-view.ts';
import { whenIdle, whenNear } from './when.ts';

/** What a timeline asks of its island. */
export interface TimelineHost {
  /** The element `[data-timeline]`; below it, in `[data-compare]`, two runs are compared. */
  readonly place: HTMLElement;
  readonly compared: HTMLElement;
  readonly player: Player;
  readonly pane: CodePane;
  /** The recorded log is in the player now, and is shown from its end. */
  readonly recordedOpened: () => void;
}

/** The run on show: the recorded one, or the reader's own of this program. */
export type Shown = { readonly which: 'recorded' } | { readonly which: 'yours'; readonly source: string };

const importView = () => import('./timeline-view.ts');

export class TimelinePart {
  readonly #host: TimelineHost;
  #shown: Shown = { which: 'recorded' };
  #loading: Promise<TimelineView | null> | null = null;
  #view: TimelineView | null = null;
  #signal: AbortSignal | null = null;
  /** What the reader did last while the player was on its way. */
  #missed: (() => void) | null = null;

  constructor(host: TimelineHost) {
    this.#host = host;
  }

  /** Listeners last as long as `signal`. */
  wake(signal: AbortSignal): void {
    this.#signal = signal;
    const { place } = this.#host;
    if (this.#view !== null) return this.#view.wake(signal);
    if (place.childElementCount === 0) return;
    // Idle twice: a page may have ten islands, and their players are not to come all in one breath.
    const load = () => void this.#load();
    whenNear(place, () => whenIdle(() => importView().then(() => whenIdle(load, signal), () => undefined), signal), signal);
    place.addEventListener('focusin', () => void this.#load(), { signal });
    place.addEventListener('click', ({ target }) => this.#miss(target, 'button', (button) => button.click()), { signal });
    place.addEventListener('input', ({ target }) => this.#miss(target, '[data-tl=time]', (time) => time.dispatchEvent(new Event('input', { bubbles: true }))), { signal });
  }

  /** A run of `source`, the reader's own, is in the player now. */
  showYours(source: string): void {
    this.#shown = { which: 'yours', source };
    this.#host.compared.replaceChildren();
    if (this.#view === null) void this.#load();
    else this.#view.show(this.#shown);
  }

  /** Puts the recorded run into the player. */
  showRecorded(): void {
    this.#shown = { which: 'recorded' };
    this.#host.compared.replaceChildren();
    this.#view?.show(this.#shown);
  }

  /** The reader's run is over: compares it with the recorded one. */
  compare(yours: EventLog): void {
    const shown = this.#shown;
    void this.#load().then((view) => {
      if (shown === this.#shown) view?.compare(yours);
    });
  }

  /** The program in the page has changed: its lines may be others now. */
  programChanged(): void {
    this.#view?.programChanged();
  }

  /** The reader is at this line of the program. */
  atLine(line: number | null): void {
    this.#view?.atLine(line);
  }

  #miss(target: EventTarget | null, selector: string, again: (control: HTMLElement) => void): void {
    const control = target instanceof Element ? target.closest<HTMLElement>(selector) : null;
    if (this.#view !== null || control === null) return;
    this.#missed = () => again(control);
    void this.#load();
  }

  #load(): Promise<TimelineView | null> {
    this.#loading ??= importView().then(
      ({ TimelineView }) => {
        this.#view = new TimelineView(this.#host);
        if (this.#signal?.aborted === false) this.#view.wake(this.#signal);
        this.#view.show(this.#shown);
        this.#missed?.();
        return this.#view;
      },
      () => {
        // The drawing is still there, and says what it said. The next attempt loads anew.
        this.#loading = null;
        return null;
      },
    );
    return this.#loading;
  }
}
