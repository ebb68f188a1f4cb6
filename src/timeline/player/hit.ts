/** From a point of the drawing to the bar under it, and from a bar to the bars around it. Pure. */
import type { Lane, Moment, Span, Timeline } from '../../log/model.ts';
import { spanAt } from '../../log/timeline.ts';
import type { Layout, Row } from '../layout.ts';

export interface Bar {
  readonly row: Row;
  readonly span: Span;
}

/** The bar at a position (0 to 1) and a height in pixels; undefined where there is none. */
export function barAt(timeline: Timeline, layout: Layout, position: number, y: number): Bar | undefined {
  const row = layout.rows.find(({ top, height }) => y >= top && y < top + height);
  const span = row === undefined ? undefined : spanAt(row.lane, momentAt(timeline, position));
  return row === undefined || span === undefined ? undefined : { row, span };
}

/** What has happened where the drawing shows this position. */
function momentAt(timeline: Timeline, position: number): Moment {
  const { index, at } = timeline.axis.locate(position);
  const step = timeline.steps[index];
  return { seq: step?.last ?? 0, at: Math.max(at, timeline.log[step?.last ?? 0]?.at ?? 0) };
}

/** Bars of a lane that can be seen: some states last no step at all. */
export function visibleSpans(timeline: Timeline, lane: Lane): readonly Span[] {
  const { axis } = timeline;
  return lane.spans.filter((span, index) => index === lane.spans.length - 1 || axis.position(span.to) > axis.position(span.from));
}

export type Direction = 'left' | 'right' | 'up' | 'down';

/** The bar next to one: in the same lane, or at the same moment in the lane above or below that has one. */
export function neighbour(timeline: Timeline, layout: Layout, { row, span }: Bar, direction: Direction): Bar | undefined {
  if (direction === 'left' || direction === 'right') {
    const spans = visibleSpans(timeline, row.lane);
    const next = spans[spans.indexOf(span) + (direction === 'left' ? -1 : 1)];
    return next === undefined ? undefined : { row, span: next };
  }
  const from = layout.rows.indexOf(row);
  const step = direction === 'up' ? -1 : 1;
  for (let index = from + step; index >= 0 && index < layout.rows.length; index += step) {
    const other = layout.rows[index];
    if (other === undefined) break;
    const spans = visibleSpans(timeline, other.lane);
    // The lane may not live yet at that moment; its first bar is nearest then.
    const there = spans.findLast(({ from: begin }) => timeline.axis.position(begin) <= timeline.axis.position(span.from)) ?? spans[0];
    if (there !== undefined) return { row: other, span: there };
  }
  return undefined;
}

/** Where in the drawing, as fractions, lanes are at a line of the program. */
export function stretchesAtLine(timeline: Timeline, line: number): readonly { readonly lane: Lane; readonly from: number; readonly to: number }[] {
  const { axis, log } = timeline;
  const positionOf = (seq: number): number => axis.position({ seq, at: log[seq]?.at ?? 0 });
  return timeline.lanes.flatMap((lane) => {
    const over = lane.spans.findLast(({ state }) => state === 'done' || state === 'failed' || state === 'cancelled');
    const end = over === undefined ? axis.position(timeline.end) : axis.position(over.from);
    return lane.lines.flatMap((point, index) => {
      if (point.line !== line) return [];
      const next = lane.lines[index + 1];
      const from = positionOf(point.seq);
      const to = next === undefined ? end : Math.min(end, positionOf(next.seq));
      return to > from ? [{ lane, from, to }] : [];
    });
  });
}
