/** What moves over the drawing: the playhead with the veil over the future, the bar under the pointer, marks of a line. */
import type { Timeline } from '../../log/model.ts';
import type { Layout } from '../layout.ts';
import { percent } from '../layout.ts';
import type { SpanText } from '../span-text.ts';
import type { Bar } from './hit.ts';
import { stretchesAtLine } from './hit.ts';

/** A bar narrower than this could not be seen to be chosen. */
const NARROWEST_BAR_PIXELS = 6;
/** Width of a character in it; an estimate that errs on the wide side. */
const TIP_CHARACTER_PIXELS = 7;
/** Room to the right of the drawing; see `.tl-canvas`. */
const END_PIXELS = 28;
/** Height of the tip that says what a bar is. */
const TIP_PIXELS = 22;
/** The playhead stays this far from the edges of what can be seen, as a share of it. */
const MARGIN = 0.12;
/** After scrolling, this share of what can be seen is what came just before. */
const KEPT = 0.35;

export class Overlay {
  readonly #stage = block('tl-stage');
  readonly #clip = block('tl-clip');
  readonly #now = block('tl-now');
  readonly #marks = block('tl-marks');
  /** The bar that is pointed at or has the focus; the one element of the drawing that can have it. */
  readonly bar = block('tl-bar');
  readonly #tip = block('tl-tip');
  /** Over the axis: a finger that moves along it scrubs, and does not scroll. */
  readonly #grip = block('tl-grip');
  /** Where things are, in pixels; kept, because asking each frame would cost a layout. */
  #seen = { scrolled: 0, width: 0, padding: 0, drawing: 0, height: 0 };
  #scroll: HTMLElement | null = null;
  readonly #resized = new ResizeObserver(() => this.#measure());
  #position = 1;

  /** @param barName what a screen reader calls such a thing. */
  constructor(barName: string) {
    this.bar.tabIndex = 0;
    this.bar.setAttribute('role', 'group');
    this.bar.setAttribute('aria-roledescription', barName);
    this.#tip.setAttribute('aria-hidden', 'true');
    this.#now.append(block('tl-veil'));
    this.#clip.append(this.#now);
    this.#stage.append(this.#grip, this.#marks, this.bar, this.#tip);
  }

  /** Puts itself over a new drawing. */
  attach(figure: HTMLElement): void {
    const view = figure.querySelector<HTMLElement>('[data-tl=view]');
    const scroll = figure.querySelector<HTMLElement>('[data-tl=scroll]');
    const canvas = figure.querySelector<HTMLElement>('[data-tl=canvas]');
    if (view === null || scroll === null || canvas === null) return;
    // The playhead does not scroll with the drawing: moving a layer as wide as a long run would cost every frame.
    view.append(this.#clip);
    // The bar can have the focus; what scrolls need not have it as well.
    scroll.removeAttribute('tabindex');
    canvas.append(this.#stage);
    this.#scroll = scroll;
    this.#resized.disconnect();
    this.#resized.observe(view);
    this.#resized.observe(canvas);
    scroll.addEventListener('scroll', () => this.#scrolled(), { passive: true });
    this.#marks.replaceChildren();
    this.leave();
  }

  /** The drawing's box on the screen: what positions are fractions of. */
  box(): DOMRect {
    return this.#stage.getBoundingClientRect();
  }

  /** Puts the playhead at a position, 0 to 1, and scrolls so that it is seen. */
  moveTo(position: number): void {
    if (position === this.#position) return;
    this.#position = position;
    this.#follow();
    this.#placePlayhead();
  }

  /** Shows which bar is meant, and what it is. */
  point({ row, span }: Bar, timeline: Timeline, text: SpanText): void {
    const from = timeline.axis.position(span.from);
    const to = Math.max(timeline.axis.position(span.to), from + NARROWEST_BAR_PIXELS / timeline.axis.width);
    const over = span.state === 'done' || span.state === 'failed' || span.state === 'cancelled';
    const { style } = this.bar;
    style.left = percent(from);
    style.width = over ? '14px' : percent(to - from);
    style.top = `${row.middle - row.bar / 2 - 3}px`;
    style.height = `${row.bar + 6}px`;
    const said = text.long(row.lane, span);
    this.bar.setAttribute('aria-label', said);
    this.bar.dataset['state'] = span.state;
    this.#tip.textContent = said;
    this.#tip.style.left = percent(from);
    // Below the bar, or above it where the drawing ends.
    const below = row.top + 2 * row.height <= this.#seen.height - TIP_PIXELS;
    this.#tip.style.top = `${below ? row.middle + row.bar / 2 + 5 : row.middle - row.bar / 2 - 5 - TIP_PIXELS}px`;
    // To the left of where it belongs, where the right has no room.
    const { padding, drawing, scrolled, width } = this.#seen;
    const beyond = padding + from * drawing + said.length * TIP_CHARACTER_PIXELS - (scrolled + width);
    this.#tip.style.transform = beyond > 0 ? `translateX(${-beyond}px)` : '';
    this.#stage.dataset['pointing'] = '';
  }

  leave(): void {
    delete this.#stage.dataset['pointing'];
  }

  /** Underlines the bars that are at a line of the program. */
  markLine(line: number | null, timeline: Timeline, layout: Layout): void {
    const stretches = line === null ? [] : stretchesAtLine(timeline, line);
    this.#marks.replaceChildren(
      ...stretches.flatMap(({ lane, from, to }) => {
        const row = layout.row(lane.id);
        if (row === undefined) return [];
        const mark = block('tl-mark-line');
        mark.style.left = percent(from);
        mark.style.width = percent(to - from);
        mark.style.top = `${row.middle + row.bar / 2 + 2}px`;
        return [mark];
      }),
    );
  }

  #measure(): void {
    const { scrollLeft = 0, clientWidth = 0 } = this.#scroll ?? {};
    const { offsetLeft, offsetWidth, offsetHeight } = this.#stage;
    this.#seen = { scrolled: scrollLeft, width: clientWidth, padding: offsetLeft, drawing: offsetWidth, height: offsetHeight };
    this.#placePlayhead();
  }

  #scrolled(): void {
    this.#seen = { ...this.#seen, scrolled: this.#scroll?.scrollLeft ?? 0 };
    this.#placePlayhead();
  }

  #placePlayhead(): void {
    const { scrolled, padding, drawing } = this.#seen;
    this.#now.style.transform = `translateX(${(padding + this.#position * drawing - scrolled).toFixed(2)}px)`;
  }

  #follow(): void {
    const { scrolled, width, padding, drawing } = this.#seen;
    if (this.#scroll === null || drawing <= width) return;
    const x = padding + this.#position * drawing;
    const margin = width * MARGIN;
    if (x > scrolled + margin && x < scrolled + width - margin) return;
    // A good part of a page at a time, rather than ever so little at each frame: what was just there stays in view.
    const left = x < scrolled + margin ? x - width * (1 - KEPT) : x - width * KEPT;
    this.#scroll.scrollLeft = left;
    this.#seen = { ...this.#seen, scrolled: Math.max(0, Math.min(left, padding + drawing + END_PIXELS - width)) };
  }
}

function block(className: string): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  return element;
}
