/** The axis above the lanes: bands where many steps share an instant, and times. */
import type { Timeline } from '../log/model.ts';
import type { Layout } from './layout.ts';
import { percent } from './layout.ts';
import { element, escapeText } from './markup.ts';
import { formatSeconds } from '../log/sentences/context.ts';

const LABEL_BASELINE = 15;

export function drawAxis({ axis }: Timeline, layout: Layout): string {
  const top = layout.axis - 6;
  const bands = axis.instants.map(({ from, to }) =>
    element('rect', { class: 'tl-instant', x: percent(from), y: top, width: percent(to - from), height: layout.height - top }),
  );
  const ticks = axis.ticks.map(({ position, labelled, eventful }) => {
    const kind = eventful ? 'tl-tick' : 'tl-tick tl-tick-round';
    return labelled || eventful ? element('line', { class: kind, x1: percent(position), x2: percent(position), y1: labelled ? top - 4 : top, y2: layout.height }) : '';
  });
  const labels = axis.ticks.map(({ at, position, labelled, eventful }) =>
    labelled
      ? element('text', { class: eventful ? 'tl-time' : 'tl-time tl-time-round', x: percent(position), y: LABEL_BASELINE }, escapeText(formatSeconds(at)), eventful && position === 0 ? ' s' : '')
      : '',
  );
  return [...bands, ...ticks, ...labels].join('');
}
