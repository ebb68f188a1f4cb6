/** The axis above the lanes: bands where many steps share an instant, and times. */
import type { Timeline } from '../log/model.ts';
import { drawDenseInstants, isDense } from './draw-dense.ts';
import type { Layout } from './layout.ts';
import { percent } from './layout.ts';
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
  const ticks = axis.ticks.map(({ position, labelled, eventful }) => {
    if (!labelled && (!eventful || dense)) return '';
    const kind = eventful ? 'tl-tick' : 'tl-tick tl-tick-round';
    const x = percent(position);
    return element('line', { class: kind, x1: x, x2: x, y1: labelled ? top - 4 : top, y2: layout.height });
  });
  const labels = axis.ticks.map(({ at, position, labelled, eventful }, index) => {
    // The unit stands once, where the eye begins.
    const text = index === 0 ? words.seconds(at) : formatSeconds(at);
    const kind = eventful ? 'tl-time' : 'tl-time tl-time-round';
    return labelled ? element('text', { class: kind, x: percent(position), y: LABEL_BASELINE }, escapeText(text)) : '';
  });
  return [...bands, ...ticks, ...labels].join('');
}
