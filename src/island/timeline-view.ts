/**
 * The timeline of an island at work: its player, the lines of the program that it highlights, and two runs compared.
 * Loaded by timeline-part.ts.
 */
import type { EventLog } from '../log/events.ts';
import type { Place } from '../log/timeline.ts';
import { drawComparison } from '../timeline/draw-compare.ts';
import { readEmbeddedLog } from '../timeline/embed.ts';
import { TimelinePlayer } from '../timeline/player/player.ts';
import { timelineLanguage } from '../timeline/words.ts';
import { marksOf } from './line-marks.ts';
import type { Shown, TimelineHost } from './timeline-part.ts';

export class TimelineView {
  readonly #host: TimelineHost;
  readonly #section: HTMLElement;
  readonly #recorded: EventLog;
  readonly #timeline: TimelinePlayer;
  /** The program whose run was recorded: the one that the page came with. */
  readonly #original: string;
  #shown: Shown = { which: 'recorded' };
  #places: readonly Place[] = [];
  #pointed: number | null = null;

  constructor(host: TimelineHost) {
    this.#host = host;
    this.#original = host.pane.original;
    const section = host.place.querySelector<HTMLElement>('.timeline');
    if (section === null) throw new Error('This island has no timeline; see Island.astro.');
    this.#section = section;
    this.#recorded = readEmbeddedLog(host.place);
    this.#timeline = new TimelinePlayer(section, host.player, this.#recorded, {
      onPosition: ({ places }) => {
        this.#places = places;
        this.#mark();
      },
      onPoint: (line) => {
        this.#pointed = line;
        this.#mark();
      },
    });
  }

  wake(signal: AbortSignal): void {
    this.#timeline.wake(signal);
    this.#host.pane.watchLines(signal);
  }

  show(shown: Shown): void {
    this.#shown = shown;
    this.#places = [];
    this.#pointed = null;
    this.#mark();
    this.#timeline.show(shown.which);
    if (shown.which === 'yours' || this.#recorded.length === 0) return;
    const { player, recordedOpened } = this.#host;
    player.open();
    player.append(this.#recorded);
    recordedOpened();
    player.pause();
    player.seek(this.#recorded.length);
  }

  /** Shows what an edit has changed. A run of the recorded program itself is not compared: it has nothing to show. */
  compare(yours: EventLog): void {
    if (this.#recorded.length === 0 || this.#shown.which === 'recorded' || this.#shown.source === this.#original) return;
    const { language, id = 'timeline' } = this.#section.dataset;
    this.#host.compared.innerHTML = drawComparison(this.#recorded, yours, { language: timelineLanguage(language), id });
  }

  programChanged(): void {
    this.#mark();
  }

  atLine(line: number | null): void {
    this.#timeline.markLine(this.#hasLines() ? line : null);
  }

  #mark(): void {
    this.#host.pane.mark(this.#hasLines() ? marksOf(this.#places, this.#pointed) : []);
  }

  /** Whether the lines of the run on show are the lines of the program in the page. */
  #hasLines(): boolean {
    return this.#host.pane.source === (this.#shown.which === 'recorded' ? this.#original : this.#shown.source);
  }
}
