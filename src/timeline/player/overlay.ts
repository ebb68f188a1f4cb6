/** What moves over the drawing: the playhead with the veil over the future, the bar under the pointer, marks of a line. */
import type { Timeline } from '../../log/model.ts';
import type { Layout } from '../layout.ts';
import { percent } from '../layout.ts';
import type { SpanText } from '../span-text.ts';
import type { Bar } from './hit.ts';
import { stretchesAtLine } from './hit.ts';

/** A bar narrower than this could not be seen to be chosen. */
const NARROWEST_BAR_PIXELS = 6;
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
  readonly bar = document.createElement('button');
  readonly #tip = block('tl-tip');
  /** What can be seen of the drawing, in pixels; kept, because asking for it each frame would cost a layout. */
  #seen = { left: 0, width: 0, whole: 0 };
  #scroll: HTMLElement | null = null;
  readonly #resized = new ResizeObserver(() => this.#measure());
  #position = 1;

  constructor() {
    this.bar.type = 'button';
    this.bar.className = 'tl-bar';
    this.#tip.setAttribute('aria-hidden', 'true');
    this.#now.append(block('tl-veil'));
    this.#clip.append(this.#now);
    this.#stage.append(this.#marks, this.bar, this.#tip);
  }

  /** Puts itself over a new drawing. */
  attach(canvas: HTMLElement): void {
    canvas.append(this.#clip, this.#stage);
    this.#scroll = canvas.parentElement;
    this.#resized.disconnect();
    this.#resized.observe(canvas);
    this.#scroll?.addEventListener('scroll', () => this.#measure(), { passive: true });
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
    // A percentage of the element's own width, which is the drawing's: no layout, only a picture moved.
    this.#now.style.transform = `translateX(${(position * 100).toFixed(4)}%)`;
    this.#follow();
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
    const below = row.top + 2 * row.height <= this.#stage.offsetHeight - TIP_PIXELS;
    this.#tip.style.top = `${below ? row.middle + row.bar / 2 + 5 : row.middle - row.bar / 2 - 5 - TIP_PIXELS}px`;
    // To the left of where it begins, where the right has no room.
    this.#tip.classList.toggle('tl-tip-left', from > 0.55);
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
    const { scrollLeft = 0, clientWidth = 0, scrollWidth = 0 } = this.#scroll ?? {};
    this.#seen = { left: scrollLeft, width: clientWidth, whole: scrollWidth };
  }

  #follow(): void {
    const { left, width, whole } = this.#seen;
    if (this.#scroll === null || whole <= width) return;
    const x = this.#position * whole;
    const margin = width * MARGIN;
    if (x > left + margin && x < left + width - margin) return;
    // A good part of a page at a time, rather than ever so little at each frame: what was just there stays in view.
    this.#scroll.scrollLeft = x < left + margin ? x - width * (1 - KEPT) : x - width * KEPT;
  }
}

function block(className: string): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  return element;
}
