/**
 * The bars of a lane. Each state has a shape of its own besides its colour: running is a tall bar, blocking a tall bar
 * with stripes that reaches across the lanes it holds up, ready a row of beads, waiting a thin line with a ring where it
 * began, and each end its mark (src/styles/state-shapes.ts).
 */
import type { Lane, Span, Timeline } from '../log/model.ts';
import { isOver } from '../log/timeline.ts';
import { stateShapes } from '../styles/state-shapes.ts';
import type { Layout, Row } from './layout.ts';
import { WIDE_PIXELS, middleOf, percent } from './layout.ts';
import { element, escapeText } from './markup.ts';
import type { Attributes } from './markup.ts';
import type { SpanText } from './span-text.ts';

/** Average width of a character in small type, in pixels; an estimate that errs on the wide side. */
const CHARACTER_PIXELS = 5.9;
const MARK_PIXELS = 12;
const SIGN_PIXELS = 8;
/** The ring of a waiting line reaches so high, and words stand on it. */
const WORDS_RISE_PIXELS = 4.5;

export interface Pen {
  readonly timeline: Timeline;
  readonly layout: Layout;
  readonly text: SpanText;
  /** Unique on the page; patterns are referred to by ids made of it. */
  readonly id: string;
}

const BEAD_PIXELS = 7;

/** Beads for what is ready, stripes for what blocks. */
export function drawPatterns(id: string): string {
  const bead = { id: `${id}-beads`, width: BEAD_PIXELS + 1, height: BEAD_PIXELS, patternUnits: 'userSpaceOnUse' };
  const hatch = { id: `${id}-hatch`, width: 8, height: 8, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' };
  return (
    element('pattern', bead, element('path', { class: 'tl-bead', d: 'M0 3.5L3.5 0L7 3.5L3.5 7Z' })) +
    element('pattern', hatch, element('line', { class: 'tl-hatch-line', x1: 0, x2: 0, y1: 0, y2: 8 }))
  );
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
  return element('g', { class: row.runsLoop ? 'tl-lane tl-lane-quiet' : 'tl-lane' }, ...row.lane.spans.map((span) => drawSpan(pen, row, span)));
}

function drawSpan(pen: Pen, row: Row, span: Span): string {
  const { timeline } = pen;
  if (isOver(span)) return drawEnd(pen, row, span);
  const from = timeline.axis.position(span.from);
  const to = timeline.axis.position(span.to);
  if (to <= from) return '';
  const title = element('title', {}, escapeText(pen.text.long(row.lane, span)));
  const class_ = `tl-span tl-${span.state}`;
  return element('g', { class: class_ }, title, shape(pen, row, span, from, to), words(pen, row, span, to - from));
}

function shape({ id, timeline }: Pen, { middle, bar, runsLoop }: Row, span: Span, from: number, to: number): string {
  const x = percent(from);
  const width = percent(to - from);
  const box = (attributes: Attributes): string => element('rect', { x, width, y: middle - bar / 2, height: bar, rx: Math.min(3, bar / 4), ...attributes });
  switch (span.state) {
    case 'running': {
      const sign = runsLoop || (to - from) * timeline.axis.width < SIGN_PIXELS + 5 ? '' : drawSign(from, middle);
      return box({ class: 'tl-box' }) + sign;
    }
    case 'blocking':
      return box({ class: 'tl-box' }) + box({ class: 'tl-hatch', fill: `url(#${id}-hatch)` });
    case 'ready': {
      // A drawing of its own, so that the pattern begins where the bar begins.
      const beads = element('rect', { class: 'tl-beads', width: '100%', height: BEAD_PIXELS, fill: `url(#${id}-beads)` });
      return element('svg', { x, width, y: middle - BEAD_PIXELS / 2, height: BEAD_PIXELS }, beads);
    }
    case 'waiting': {
      const line = element('line', { class: 'tl-line', x1: x, x2: percent(to), y1: middle, y2: middle });
      return line + element('circle', { class: 'tl-ring', cx: x, cy: middle, r: bar >= 15 ? 3 : 2, transform: 'translate(4 0)' });
    }
    case 'done':
    case 'failed':
    case 'cancelled':
      return '';
  }
}

/** The mark of running, small, within a bar that has room for it. */
function drawSign(x: number, middle: number): string {
  const box = { x: percent(x), y: middle - SIGN_PIXELS / 2, width: SIGN_PIXELS, height: SIGN_PIXELS, viewBox: '0 0 16 16' };
  return element('svg', { class: 'tl-sign', ...box }, element('path', { d: stateShapes.running }));
}

/** The words in a bar, where they have room. */
function words({ timeline, layout, text }: Pen, row: Row, span: Span, share: number): string {
  if (!layout.roomy || (row.runsLoop && span.state === 'blocking')) return '';
  // Words stand over a waiting line, and within a blocking bar.
  const x = percent(timeline.axis.position(span.from));
  const [taken, place] = span.state === 'blocking' ? [9, { dx: 6, y: row.middle, dy: '0.35em' }] : [6, { dx: 3, y: row.middle - WORDS_RISE_PIXELS }];
  return drawFitting(text.short(span), timeline, share, taken, { class: 'tl-say', x, ...place });
}

/** Text in a share of the drawing: one for the narrowest drawing, and another for a wide one where that has room for more. */
function drawFitting(texts: readonly string[], { axis }: Timeline, share: number, taken: number, place: Attributes): string {
  const narrow = fitting(texts, share * axis.width - taken);
  const wide = fitting(texts, share * Math.max(axis.width, WIDE_PIXELS) - taken);
  const draw = (said: string | undefined, when: string): string =>
    said === undefined ? '' : element('text', { ...place, class: `${place['class'] ?? ''}${when}` }, escapeText(said));
  return narrow === wide ? draw(narrow, '') : draw(narrow, ' tl-narrow') + draw(wide, ' tl-wide');
}

/** The longest of the texts for which there is room. */
function fitting(texts: readonly string[], pixels: number): string | undefined {
  return texts.find((text) => text !== '' && text.length * CHARACTER_PIXELS <= pixels);
}

function drawEnd(pen: Pen, row: Row, span: Span): string {
  const { timeline, layout, text } = pen;
  const size = Math.min(MARK_PIXELS, row.bar);
  const x = timeline.axis.position(span.from);
  const title = element('title', {}, escapeText(text.long(row.lane, span)));
  const mark = drawMark(span.state, x, row.middle, size, title);
  if (!layout.roomy) return mark;
  const place = { class: `tl-say tl-say-${span.state}`, x: percent(x), dx: size + 5, y: row.middle, dy: '0.35em' };
  return mark + drawFitting(text.short(span), timeline, 1 - x, size + 5, place);
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
      return [element('circle', { class: `tl-print tl-${what.stream}`, cx: x, cy: y, r: 1.75, transform: `translate(${middleOf(timeline)} 0)` })];
    })
    .join('');
}

function extent(timeline: Timeline, span: Span): { readonly x: string; readonly width: string } {
  const from = timeline.axis.position(span.from);
  return { x: percent(from), width: percent(timeline.axis.position(span.to) - from) };
}
