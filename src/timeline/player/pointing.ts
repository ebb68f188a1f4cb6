/**
 * Pointer and keys over the drawing. A mouse scrubs wherever it is pressed; a finger scrubs along the axis and, elsewhere,
 * scrolls, or puts the playhead where it taps. Moving over bars, or going from bar to bar with the arrow keys, says what
 * they are and at which line; Enter puts the playhead there.
 */
import type { Timeline } from '../../log/model.ts';
import { lineAt } from '../../log/timeline.ts';
import type { Layout } from '../layout.ts';
import type { SpanText } from '../span-text.ts';
import type { Bar, Direction } from './hit.ts';
import { barAt, neighbour, visibleSpans } from './hit.ts';
import type { Overlay } from './overlay.ts';

export interface PointingActions {
  /** The playhead is to go to this position, 0 to 1. */
  readonly scrub: (position: number) => void;
  /** A bar at this line is pointed at; null: none any more. */
  readonly point: (line: number | null) => void;
}

const KEYS: Readonly<Record<string, Direction>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };

interface Drawing {
  readonly timeline: Timeline;
  readonly layout: Layout;
  readonly text: SpanText;
}

export class Pointing {
  readonly #overlay: Overlay;
  readonly #actions: PointingActions;
  #drawing: Drawing | null = null;
  #bar: Bar | null = null;
  #scrubs = false;
  #pointsNow = false;

  constructor(overlay: Overlay, actions: PointingActions) {
    this.#overlay = overlay;
    this.#actions = actions;
  }

  /** A new drawing. */
  attach(timeline: Timeline, layout: Layout, text: SpanText): void {
    this.#drawing = { timeline, layout, text };
    this.#bar = null;
    const first = layout.rows.find(({ lane }) => lane.kind === 'task') ?? layout.rows[0];
    const span = first === undefined ? undefined : visibleSpans(timeline, first.lane)[0];
    // The bar that a reader who comes by keys finds first; it shows itself only when it has the focus.
    if (first !== undefined && span !== undefined) this.#place({ row: first, span });
    this.#overlay.leave();
  }

  wake(figure: HTMLElement, signal: AbortSignal): void {
    const { bar } = this.#overlay;
    figure.addEventListener('pointerdown', (event) => this.#pressed(event), { signal });
    figure.addEventListener('pointermove', (event) => this.#moved(event), { signal });
    figure.addEventListener('pointerup', () => this.#released(), { signal });
    figure.addEventListener('pointercancel', () => this.#released(), { signal });
    figure.addEventListener('pointerleave', () => this.#leave(), { signal });
    figure.addEventListener('click', (event) => this.#tapped(event), { signal });
    bar.addEventListener('keydown', (event) => this.#keyed(event), { signal });
    bar.addEventListener('focus', () => this.#bar !== null && this.#point(this.#bar), { signal });
    bar.addEventListener('blur', () => this.#leave(), { signal });
  }

  #pressed(event: PointerEvent): void {
    const place = this.#placeOf(event);
    if (place === null || event.button !== 0) return;
    const onAxis = place.y < (this.#drawing?.layout.axis ?? 0);
    if (event.pointerType === 'touch' && !onAxis) return;
    // The text would be selected.
    event.preventDefault();
    this.#scrubs = true;
    if (event.currentTarget instanceof HTMLElement) event.currentTarget.setPointerCapture(event.pointerId);
    this.#actions.scrub(place.position);
  }

  #moved(event: PointerEvent): void {
    const place = this.#placeOf(event);
    if (this.#scrubs) {
      const { left, width } = this.#overlay.box();
      this.#actions.scrub(Math.max(0, Math.min(1, (event.clientX - left) / width)));
      return;
    }
    if (event.pointerType === 'touch' || this.#drawing === null) return;
    const { timeline, layout } = this.#drawing;
    const bar = place === null ? undefined : barAt(timeline, layout, place.position, place.y);
    if (bar === undefined) this.#leave();
    else if (bar.span !== this.#bar?.span || bar.row !== this.#bar.row || !this.#pointsNow) this.#point(bar);
  }

  #released(): void {
    this.#scrubs = false;
  }

  #tapped(event: MouseEvent): void {
    const touch = event instanceof PointerEvent && event.pointerType === 'touch';
    const place = touch ? this.#placeOf(event) : null;
    if (place !== null) this.#actions.scrub(place.position);
  }

  #keyed(event: KeyboardEvent): void {
    if (this.#bar === null || this.#drawing === null) return;
    const { timeline, layout } = this.#drawing;
    const direction = KEYS[event.key];
    const goes = event.key === 'Enter' || event.key === ' ';
    if ((direction === undefined && !goes) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (direction === undefined) return this.#actions.scrub(startOf(timeline, this.#bar));
    const next = neighbour(timeline, layout, this.#bar, direction);
    if (next === undefined) return;
    this.#point(next);
    this.#overlay.bar.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  #point(bar: Bar): void {
    this.#place(bar);
    this.#pointsNow = true;
    this.#actions.point(bar.span.line ?? lineAt(bar.row.lane, bar.span.from.seq) ?? null);
  }

  #place(bar: Bar): void {
    if (this.#drawing === null) return;
    this.#bar = bar;
    this.#overlay.point(bar, this.#drawing.timeline, this.#drawing.text);
  }

  #leave(): void {
    if (document.activeElement === this.#overlay.bar) return;
    if (!this.#pointsNow) return;
    this.#pointsNow = false;
    this.#overlay.leave();
    this.#actions.point(null);
  }

  /** Where in the drawing an event is; null if beside it. */
  #placeOf(event: MouseEvent): { readonly position: number; readonly y: number } | null {
    const { left, top, width, height } = this.#overlay.box();
    const position = (event.clientX - left) / width;
    const y = event.clientY - top;
    const slack = 12 / width;
    if (position < -slack || position > 1 + slack || y < 0 || y > height) return null;
    return { position: Math.max(0, Math.min(1, position)), y };
  }
}

/** A little into the bar: the step that begins it has happened there. */
function startOf(timeline: Timeline, { span }: Bar): number {
  return timeline.axis.position(span.from) + 1 / timeline.axis.width;
}
