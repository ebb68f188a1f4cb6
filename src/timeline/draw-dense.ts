/**
 * The drawing of a long run: thousands of bars, as few elements as can be. All bars of a lane that share a state are one
 * path, in pixels: such a drawing is wider than any page, so that it need not stretch with it. Shapes are those of
 * draw-spans.ts, without words, rings and beads that nobody could tell apart at this size.
 */
import type { Lane, Span, Timeline } from '../log/model.ts';
import { isOver } from '../log/timeline.ts';
import { drawMark } from './draw-spans.ts';
import type { Layout, Row } from './layout.ts';
import { element } from './markup.ts';

/** From so many bars, or so many dots of what was printed, a run is drawn like this. */
const MANY = 700;

/** A path covers at most about this much, so that the browser paints only paths of what it shows. */
const CHUNK_PIXELS = 800;

export function isDense(timeline: Timeline): boolean {
  const bars = timeline.lanes.reduce((sum, lane) => sum + lane.spans.length, 0);
  return bars > MANY || timeline.steps.reduce((sum, { what }) => sum + (what.kind === 'wrote' ? 1 : 0), 0) > MANY;
}

export function drawDense(timeline: Timeline, layout: Layout): string {
  const lanes = layout.rows.map((row) => drawDenseLane(timeline, row));
  return lanes.join('') + drawDenseLinks(timeline, layout) + drawDensePrints(timeline, layout);
}

/** Bands of instants. */
export function drawDenseInstants({ axis }: Timeline, layout: Layout, top: number): string {
  const bands = new Chunks();
  for (const { from, to } of axis.instants) {
    const x = from * axis.width;
    bands.add('tl-instant', x, box(x, top, (to - from) * axis.width, layout.height - top));
  }
  return bands.draw();
}

/** Paths of a class, cut into pieces by where they begin. */
class Chunks {
  readonly #paths = new Map<string, { readonly class: string; d: string }>();

  add(className: string, x: number, d: string): void {
    const key = `${className} ${Math.floor(x / CHUNK_PIXELS)}`;
    const path = this.#paths.get(key);
    if (path === undefined) this.#paths.set(key, { class: className, d });
    else path.d += d;
  }

  draw(): string {
    return [...this.#paths.values()].map((path) => element('path', { ...path })).join('');
  }
}

function drawDenseLane({ axis }: Timeline, row: Row): string {
  const bars = new Chunks();
  const ends: string[] = [];
  for (const span of row.lane.spans) {
    const from = axis.position(span.from);
    const to = axis.position(span.to);
    const x = from * axis.width;
    if (isOver(span)) ends.push(drawMark(span.state, from, row.middle, row.bar));
    else if (to > from) bars.add(`tl-dense tl-${span.state}`, x, outline(row, span, x, to * axis.width));
  }
  return element('g', { class: row.runsLoop ? 'tl-lane tl-lane-quiet' : 'tl-lane' }, bars.draw(), ...ends);
}

function outline({ middle, bar }: Row, { state }: Span, from: number, to: number): string {
  // Tall bars are filled, thin ones are strokes (dashed for ready; see timeline.css).
  if (state === 'running' || state === 'blocking') return box(from, middle - bar / 2, to - from, bar);
  return `M${short(from)} ${short(middle)}H${short(to)}`;
}

/** Of the links only cancellations: the others are too many to follow. */
function drawDenseLinks({ axis, links }: Timeline, layout: Layout): string {
  const stems = new Chunks();
  for (const link of links) {
    if (link.kind !== 'cancelled' || link.by === undefined) continue;
    const from = layout.row(link.by);
    const to = layout.row(link.lane);
    const x = axis.position(link.at) * axis.width + 2;
    if (from !== undefined && to !== undefined) stems.add('tl-stem', x, `M${short(x)} ${from.middle}V${to.middle}`);
  }
  return element('g', { class: 'tl-link tl-link-cancelled' }, stems.draw());
}

function drawDensePrints({ axis, steps }: Timeline, layout: Layout): string {
  const dots = new Chunks();
  for (const { what, first, at } of steps) {
    if (what.kind !== 'wrote') continue;
    const id: Lane['id'] = what.place.task === undefined ? `thread-${what.place.thread}` : `task-${what.place.task}`;
    const row = layout.row(id);
    const x = axis.position({ seq: first, at }) * axis.width;
    if (row !== undefined) dots.add('tl-print', x, box(x, row.middle - row.bar / 2 - 3, 2, 2));
  }
  return dots.draw();
}

function box(x: number, y: number, width: number, height: number): string {
  return `M${short(x)} ${short(y)}h${short(width)}v${short(height)}h${short(-width)}z`;
}

function short(pixels: number): string {
  return String(Math.round(pixels * 10) / 10);
}
