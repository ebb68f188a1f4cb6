/** Lines between lanes: who created whom, who woke whom, who cancelled whom and where that arrived. */
import type { Link, Timeline } from '../log/model.ts';
import type { Layout, Row } from './layout.ts';
import { percent } from './layout.ts';
import { drawMark } from './draw-spans.ts';
import { element } from './markup.ts';

export function drawLinks(timeline: Timeline, layout: Layout): string {
  return timeline.links.map((link) => drawLink(timeline, layout, link)).join('');
}

function drawLink({ axis }: Timeline, layout: Layout, link: Link): string {
  if (link.kind === 'awaits') return '';
  const from = link.by === undefined ? undefined : layout.row(link.by);
  const to = layout.row(link.lane);
  if (to === undefined) return '';
  const x = axis.position(link.at);
  const stem = from === undefined || from === to ? '' : drawStem(link.kind, x, from, to);
  if (link.kind !== 'cancelled') return stem;
  const arrived = link.delivered === undefined ? '' : drawMark('cancelled', axis.position(link.delivered.at), to.middle - to.bar / 2 - 4, 9);
  return stem + arrived;
}

/** A line from one lane to another, in the middle of the step in which it happens, with a head at its end. */
function drawStem(kind: Link['kind'], x: number, from: Row, to: Row): string {
  const down = to.middle > from.middle;
  const start = from.middle + (down ? from.bar / 2 : -from.bar / 2);
  const end = to.middle + (down ? -to.bar / 2 - 1 : to.bar / 2 + 1);
  const head = down ? `M-3 ${end - 5}L0 ${end}L3 ${end - 5}` : `M-3 ${end + 5}L0 ${end}L3 ${end + 5}`;
  return element(
    'svg',
    { class: `tl-link tl-link-${kind}`, x: percent(x), overflow: 'visible' },
    element('path', { d: `M0 ${start}V${end}`, transform: 'translate(4 0)' }),
    element('path', { class: 'tl-head', d: head, transform: 'translate(4 0)' }),
  );
}
