/** Lines between lanes: who created, awaits, woke or cancelled whom, and where a cancellation arrived. */
import type { AwaitsLink, Link, Timeline } from '../log/model.ts';
import type { Layout, Row } from './layout.ts';
import { middleOf, percent } from './layout.ts';
import { drawMark } from './draw-spans.ts';
import { element } from './markup.ts';

export function drawLinks(timeline: Timeline, layout: Layout): string {
  return timeline.links.map((link) => drawLink(timeline, layout, link)).join('');
}

function drawLink(timeline: Timeline, layout: Layout, link: Link): string {
  const { axis } = timeline;
  const shift = middleOf(timeline);
  if (link.kind === 'awaits') return drawAwaits(axis.position(link.at), layout, link);
  const from = link.by === undefined ? undefined : layout.row(link.by);
  const to = layout.row(link.lane);
  if (to === undefined) return '';
  const x = axis.position(link.at);
  const stem = from === undefined || from === to ? '' : drawStem(link.kind, x, shift, from, to);
  if (link.kind !== 'cancelled') return stem;
  const arrived = link.delivered === undefined ? '' : drawMark('cancelled', axis.position(link.delivered.at), to.middle - to.bar / 2 - 4, 9);
  return stem + arrived;
}

/** From where a wait begins to all that are awaited: a dotted line down, and one up, with a dot at each. */
function drawAwaits(x: number, layout: Layout, { lane, awaited }: AwaitsLink): string {
  const from = layout.row(lane);
  if (from === undefined) return '';
  const rows = awaited.flatMap((id) => layout.row(id) ?? []).filter((row) => row !== from);
  const ends = rows.map(({ middle, bar }) => (middle > from.middle ? middle - bar / 2 - 3 : middle + bar / 2 + 3));
  const stems = [Math.min(...ends), Math.max(...ends)].filter((end, index) => (index === 0 ? end < from.middle : end > from.middle));
  if (stems.length === 0) return '';
  const line = element('path', { d: stems.map((end) => `M0 ${from.middle}V${end}`).join(''), transform: 'translate(4 0)' });
  const dots = ends.map((end) => element('circle', { class: 'tl-dot', cx: 4, cy: end, r: 2 }));
  return element('svg', { class: 'tl-link tl-link-awaits', x: percent(x), overflow: 'visible' }, line, ...dots);
}

/** A line from one lane to another, in the middle of the step in which it happens, with a head at its end. */
function drawStem(kind: Link['kind'], x: number, shift: number, from: Row, to: Row): string {
  const down = to.middle > from.middle;
  const start = from.middle + (down ? from.bar / 2 : -from.bar / 2);
  const end = to.middle + (down ? -to.bar / 2 - 1 : to.bar / 2 + 1);
  const head = down ? `M-3 ${end - 5}L0 ${end}L3 ${end - 5}` : `M-3 ${end + 5}L0 ${end}L3 ${end + 5}`;
  return element(
    'svg',
    { class: `tl-link tl-link-${kind}`, x: percent(x), overflow: 'visible' },
    element('path', { d: `M0 ${start}V${end}`, transform: `translate(${shift} 0)` }),
    element('path', { class: 'tl-head', d: head, transform: `translate(${shift} 0)` }),
  );
}
