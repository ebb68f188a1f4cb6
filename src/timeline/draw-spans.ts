/**
 * The bars of a lane. Each state has a shape of its own besides its colour: running is a tall bar, blocking a tall bar
 * with stripes that reaches across the lanes it holds up, ready a row of beads, waiting a thin line with a ring where it
 * began, and each end its mark (src/styles/state-shapes.ts).
 */
import type { Lane, Span, Timeline } from '../log/model.ts';
import { isOver } from '../log/timeline.ts';
import { stateShapes } from '../styles/state-shapes.ts';
import type { Layout, Row } from './layout.ts';
import { percent } from './layout.ts';
import { element, escapeText } from './markup.ts';
import type { SpanText } from './span-text.ts';

/** Average width of a character in small type, in pixels; an estimate that errs on the wide side. */
const CHARACTER_PIXELS = 6.4;
const MARK_PIXELS = 12;
/** Above this, bars carry no tooltips of their own: the page's pointer finds them without. */
const MANY_SPANS = 600;

export interface Pen {
  readonly timeline: Timeline;
  readonly layout: Layout;
  readonly text: SpanText;
  readonly titles: boolean;
}

export function penFor(timeline: Timeline, layout: Layout, text: SpanText): Pen {
  const spans = timeline.lanes.reduce((sum, lane) => sum + lane.spans.length, 0);
  return { timeline, layout, text, titles: spans <= MANY_SPANS };
}

/** What lies under the bars: the lanes that a blocking task holds up. */
export function drawBlockages({ timeline, layout }: Pen): string {
  return timeline.groups
    .flatMap(({ thread, tasks }) => {
      const first = layout.row(thread.id);
      const last = layout.row(tasks.at(-1)?.id ?? thread.id);
      if (first === undefined || last === undefined) return [];
      const y = first.top;
      const height = last.top + last.height - y;
      return thread.spans
        .filter(({ state }) => state === 'blocking')
        .map((span) => element('rect', { class: 'tl-blockage', ...extent(timeline, span), y, height }));
    })
    .join('');
}

export function drawLane(pen: Pen, row: Row): string {
  return element('g', { class: `tl-lane tl-lane-${row.lane.kind}` }, ...row.lane.spans.map((span) => drawSpan(pen, row, span)));
}

function drawSpan(pen: Pen, row: Row, span: Span): string {
  const { timeline } = pen;
  if (isOver(span)) return drawEnd(pen, row, span);
  const from = timeline.axis.position(span.from);
  const to = timeline.axis.position(span.to);
  if (to <= from) return '';
  const title = pen.titles ? element('title', {}, escapeText(pen.text.long(row.lane, span))) : '';
  const class_ = `tl-span tl-${span.state}`;
  return element('g', { class: class_ }, title, shape(row, span, from, to), words(pen, row, span, to - from));
}

function shape(row: Row, span: Span, from: number, to: number): string {
  const { middle, bar } = row;
  const x = percent(from);
  const width = percent(to - from);
  const box = (height: number): string => element('rect', { class: 'tl-box', x, width, y: middle - height / 2, height, rx: Math.min(3, height / 4) });
  const line = (): string => element('line', { class: 'tl-line', x1: x, x2: percent(to), y1: middle, y2: middle });
  switch (span.state) {
    case 'running':
      return box(bar);
    case 'blocking':
      return box(bar) + element('line', { class: 'tl-stripes', x1: x, x2: percent(to), y1: middle - bar / 2 + 1.5, y2: middle - bar / 2 + 1.5 });
    case 'ready':
      return line();
    case 'waiting':
      return line() + element('circle', { class: 'tl-ring', cx: x, cy: middle, r: bar >= 15 ? 3 : 2 });
    case 'done':
    case 'failed':
    case 'cancelled':
      return '';
  }
}

/** The words in a bar, where they have room even in the narrowest drawing. */
function words({ timeline, layout, text }: Pen, row: Row, span: Span, share: number): string {
  if (!layout.roomy || (row.lane.kind === 'thread' && span.state === 'blocking' && span.on !== undefined)) return '';
  const said = text.short(span);
  const room = share * timeline.axis.width - 22;
  if (said === '' || said.length * CHARACTER_PIXELS > room) return '';
  return element('text', { class: 'tl-say', x: percent(timeline.axis.position(span.from)), dx: span.state === 'blocking' ? 7 : 13, y: row.middle, dy: '0.35em' }, escapeText(said));
}

function drawEnd(pen: Pen, row: Row, span: Span): string {
  const { timeline, layout, text, titles } = pen;
  const size = Math.min(MARK_PIXELS, row.bar);
  const x = timeline.axis.position(span.from);
  const title = titles ? element('title', {}, escapeText(text.long(row.lane, span))) : '';
  const mark = drawMark(span.state, x, row.middle, size, title);
  const said = text.short(span);
  const room = (1 - x) * timeline.axis.width - size - 6;
  if (!layout.roomy || said === '' || said.length * CHARACTER_PIXELS > room) return mark;
  return mark + element('text', { class: `tl-say tl-say-${span.state}`, x: percent(x), dx: size + 6, y: row.middle, dy: '0.35em' }, escapeText(said));
}

/** The mark of a state, its left edge at a position, its middle at `middle`. */
export function drawMark(state: keyof typeof stateShapes, x: number, middle: number, size: number, title = ''): string {
  const box = { x: percent(x), y: middle - size / 2, width: size, height: size, viewBox: '0 0 16 16' };
  return element('svg', { class: `tl-mark tl-${state}`, ...box }, title, element('path', { d: stateShapes[state] }));
}

/** Dots where a lane prints. */
export function drawPrints(pen: Pen): string {
  const { timeline, layout } = pen;
  return timeline.steps
    .flatMap(({ what, first, at }) => {
      if (what.kind !== 'wrote') return [];
      const id: Lane['id'] = what.place.task === undefined ? `thread-${what.place.thread}` : `task-${what.place.task}`;
      const row = layout.row(id);
      if (row === undefined) return [];
      const x = percent(timeline.axis.position({ seq: first, at }));
      const y = row.middle - row.bar / 2 - 3.5;
      return [element('circle', { class: `tl-print tl-${what.stream}`, cx: x, cy: y, r: 1.75, transform: 'translate(5 0)' })];
    })
    .join('');
}

function extent(timeline: Timeline, span: Span): { readonly x: string; readonly width: string } {
  const from = timeline.axis.position(span.from);
  return { x: percent(from), width: percent(timeline.axis.position(span.to) - from) };
}
