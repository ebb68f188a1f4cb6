/** The axis above the lanes: bands where many steps share an instant, and times. */
import type { Timeline } from '../log/model.ts';
import type { Tick } from '../log/ticks.ts';
import { drawDenseInstants, isDense } from './draw-dense.ts';
import type { Layout } from './layout.ts';
import { WIDE_PIXELS, percent } from './layout.ts';
import { element, escapeText } from './markup.ts';
import { formatSeconds } from '../log/sentences/context.ts';
import type { TimelineWords } from './words.ts';

const LABEL_BASELINE = 15;

export function drawAxis(timeline: Timeline, layout: Layout, words: TimelineWords): string {
  const { axis } = timeline;
  const top = layout.axis - 6;
  const dense = isDense(timeline);
  const bands = dense
    ? [drawDenseInstants(timeline, layout, top)]
    : axis.instants.map(({ from, to }) =>
        element('rect', { class: 'tl-instant', x: percent(from), y: top, width: percent(to - from), height: layout.height - top }),
      );
  // A drawing that stretches has room for more times where it is wide.
  const times =
    axis.width >= WIDE_PIXELS
      ? [drawTicks(axis.ticks(axis.width), layout, dense, words)]
      : [
          element('g', { class: 'tl-narrow' }, drawTicks(axis.ticks(axis.width), layout, dense, words)),
          element('g', { class: 'tl-wide' }, drawTicks(axis.ticks(WIDE_PIXELS), layout, dense, words)),
        ];
  return [...bands, ...times].join('');
}

function drawTicks(ticks: readonly Tick[], { axis, height }: Layout, dense: boolean, words: TimelineWords): string {
  const top = axis - 6;
  const marks = ticks.map(({ position, labelled, eventful }) => {
    if (!labelled && (!eventful || dense)) return '';
    const kind = eventful ? 'tl-tick' : 'tl-tick tl-tick-round';
    const x = percent(position);
    return element('line', { class: kind, x1: x, x2: x, y1: labelled ? top - 4 : top, y2: height });
  });
  const labels = ticks.map(({ at, position, labelled, eventful }, index) => {
    // The unit stands once, where the eye begins.
    const text = index === 0 ? words.seconds(at) : formatSeconds(at);
    const kind = eventful ? 'tl-time' : 'tl-time tl-time-round';
    return labelled ? element('text', { class: kind, x: percent(position), y: LABEL_BASELINE }, escapeText(text)) : '';
  });
  return [...marks, ...labels].join('');
}
