/**
 * The timeline as markup: complete without scripts, and what the player wakes up. Two columns: labels of the lanes, which
 * stay, and the drawing, which scrolls sideways where it is wider than the page. Under it the same run in words.
 *
 * Pure; used by the build (components/Example.astro) and by the page when it draws the reader's own run. Styles are in
 * timeline.css.
 */
import type { Lane, Link, Timeline } from '../log/model.ts';
import { partText } from '../log/sentences/parts.ts';
import type { Part } from '../log/sentences/parts.ts';
import { sentenceOf } from '../log/sentences/sentences.ts';
import type { Language } from '../log/sentences/sentences.ts';
import { shortName } from '../log/labels.ts';
import { stateShapes } from '../styles/state-shapes.ts';
import { drawAxis } from './draw-axis.ts';
import { drawControls, summary } from './draw-controls.ts';
import { drawDense, isDense } from './draw-dense.ts';
import { drawLinks } from './draw-links.ts';
import { drawBlockages, drawLane, drawPatterns, drawPrints } from './draw-spans.ts';
import type { Layout } from './layout.ts';
import { layoutOf } from './layout.ts';
import { element, escapeText } from './markup.ts';
import { SpanText } from './span-text.ts';
import { timelineWords } from './words.ts';
import type { TimelineWords } from './words.ts';

const LONG_NAME = 12;
const NAME_END = 5;

export interface DrawOptions {
  readonly language: Language;
  /** Unique on the page: the drawing's title and description get ids made of it. */
  readonly id: string;
  /** By the label of a lane, a sign that stands beside it; see draw-compare.ts. */
  readonly marks?: ReadonlyMap<string, string>;
}

/** The whole timeline: a region with the figure and, folded, the run in words. */
export function drawTimeline(timeline: Timeline, options: DrawOptions): string {
  const words = timelineWords(options.language);
  return element(
    'section',
    {
      class: 'timeline',
      'aria-label': words.timeline,
      'data-language': options.language,
      'data-id': options.id,
      'data-empty': timeline.steps.length === 0 ? '' : undefined,
    },
    drawControls(timeline, options.id, words),
    element('div', { class: 'tl-figure', 'data-tl': 'figure' }, drawFigure(timeline, options)),
    element('div', { 'data-tl': 'words' }, drawWords(timeline, options)),
  );
}

/** The figure: labels and drawing side by side, and the legend. */
export function drawFigure(timeline: Timeline, options: DrawOptions): string {
  return drawColumns(timeline, options) + drawLegend(timeline, timelineWords(options.language));
}

/** Labels and drawing side by side. */
export function drawColumns(timeline: Timeline, options: DrawOptions): string {
  const words = timelineWords(options.language);
  const layout = layoutOf(timeline);
  const columns = {
    class: isDense(timeline) ? 'tl-columns tl-fixed' : 'tl-columns',
    style: `--tl-height: ${layout.height}px; --tl-axis: ${layout.axis}px; --tl-width: ${Math.ceil(timeline.axis.width)}px`,
  };
  // What scrolls must be reachable by keys; the player, which brings a bar that can have the focus, takes the tab stop away.
  const scroll = { class: 'tl-scroll', 'data-tl': 'scroll', tabindex: 0, role: 'group', 'aria-label': words.timeline };
  const canvas = element('div', { class: 'tl-canvas', 'data-tl': 'canvas' }, drawSvg(timeline, layout, words, options));
  const view = element('div', { class: 'tl-view', 'data-tl': 'view' }, element('div', scroll, canvas));
  return element('div', columns, drawLabels(layout, words, options.marks), view);
}

function drawSvg(timeline: Timeline, layout: Layout, words: TimelineWords, { id }: DrawOptions): string {
  const pen = { timeline, layout, text: new SpanText(timeline, words), id };
  return element(
    'svg',
    { class: layout.roomy ? 'tl-svg' : 'tl-svg tl-tight', role: 'img', 'aria-labelledby': `${id}-title ${id}-desc`, width: '100%', height: layout.height },
    element('title', { id: `${id}-title` }, escapeText(words.timeline)),
    element('defs', {}, drawPatterns(id)),
    element('desc', { id: `${id}-desc` }, escapeText(summary(timeline, words))),
    drawAxis(timeline, layout, words),
    drawBlockages(pen),
    ...(isDense(timeline)
      ? [drawDense(timeline, layout)]
      : [drawLinks(timeline, layout), ...layout.rows.map((row) => drawLane(pen, row)), drawPrints(pen)]),
  );
}

function drawLabels(layout: Layout, words: TimelineWords, marks: ReadonlyMap<string, string> = new Map()): string {
  const labels = layout.rows.map(({ lane, top, height }) =>
    element(
      'li',
      {
        class: `tl-label tl-label-${lane.kind}`,
        'data-lane': lane.id,
        'data-mark': marks.get(lane.label) || undefined,
        style: `top: ${top}px; height: ${height}px`,
      },
      drawName(lane.label),
      element('span', { class: 'tl-of' }, escapeText(secondName(lane, words))),
      element('span', { class: 'tl-where' }),
    ),
  );
  return element('ul', { class: 'tl-labels', 'aria-label': words.lanes }, ...labels);
}

/** A long name loses its middle, not its end: `ThreadPoolExecutor-0_1` and `-0_2` must not look alike. */
function drawName(label: string): string {
  const cut = label.length > LONG_NAME ? label.length - NAME_END : label.length;
  const head = element('span', { class: 'tl-name-head' }, escapeText(label.slice(0, cut)));
  const tail = cut === label.length ? '' : element('span', {}, escapeText(label.slice(cut)));
  return element('span', { class: 'tl-name', title: label }, head, tail);
}

/** What else a lane is known by, where that says more than its label. */
function secondName(lane: Lane, words: TimelineWords): string {
  if (lane.kind === 'thread') return words.thread;
  const coroutine = shortName(lane.coroutine);
  return lane.label === coroutine ? '' : `${coroutine}()`;
}

/** The states that occur, each with its mark and its word. */
function drawLegend(timeline: Timeline, words: TimelineWords): string {
  const states = (['running', 'ready', 'waiting', 'blocking', 'done', 'failed', 'cancelled'] as const).filter((state) =>
    timeline.lanes.some(({ spans }) => spans.some((span) => span.state === state)),
  );
  const entries = states.map((state) =>
    element('li', { class: 'tl-key' }, drawShape(state), escapeText(words.states[state])),
  );
  return element('ul', { class: 'tl-legend', 'aria-label': words.legend }, ...entries, ...drawSigns(timeline, words));
}

/** What is not a state but drawn all the same: printing, waking, cancelling. */
function drawSigns(timeline: Timeline, words: TimelineWords): readonly string[] {
  const { steps, links } = timeline;
  const dense = isDense(timeline);
  const sign = (className: string, d: string, word: string, more = ''): string =>
    element('li', { class: 'tl-key' }, element('svg', { class: className, viewBox: '0 0 16 16', 'aria-hidden': 'true' }, element('path', { d }), more), escapeText(word));
  const hasLink = (kind: Link['kind']): boolean => links.some((link) => link.kind === kind && (link.kind === 'awaits' ? link.awaited.length > 0 : link.by !== undefined));
  // Of a long run only cancellations are drawn (draw-dense.ts).
  const isDrawn = (kind: Link['kind']): boolean => hasLink(kind) && (kind === 'cancelled' || !dense);
  return [
    ...(steps.some(({ what }) => what.kind === 'wrote') ? [sign('tl-sample tl-print', 'M8 5.5a2.5 2.5 0 1 1 0 5a2.5 2.5 0 1 1 0-5Z', words.prints)] : []),
    ...(isDrawn('created') ? [sign('tl-sample tl-link', ARROW, words.creates)] : []),
    ...(isDrawn('awaits') ? [sign('tl-sample tl-link tl-link-awaits', 'M8 0V10', words.waitsFor, element('circle', { class: 'tl-dot', cx: 8, cy: 13, r: 2.25 }))] : []),
    ...(isDrawn('woke') ? [sign('tl-sample tl-link tl-link-woke', ARROW, words.wakes)] : []),
    ...(isDrawn('cancelled') ? [sign('tl-sample tl-link tl-link-cancelled', ARROW, words.cancels)] : []),
  ];
}

const ARROW = 'M8 15V2M4 6L8 2L12 6';

export function drawShape(state: keyof typeof stateShapes): string {
  return element('svg', { class: `tl-shape tl-${state}`, viewBox: '0 0 16 16', 'aria-hidden': 'true' }, element('path', { d: stateShapes[state] }));
}

/** The run in words: a numbered list of sentences, folded. */
export function drawWords(timeline: Timeline, { language }: DrawOptions): string {
  const words = timelineWords(language);
  const items = timeline.steps.map((step) =>
    element(
      'li',
      { 'data-step': step.index },
      element('span', { class: 'tl-at' }, escapeText(words.seconds(step.at))),
      ' ',
      ...sentenceOf(timeline, step, language).map(drawPart),
    ),
  );
  return element('details', { class: 'tl-words' }, element('summary', {}, escapeText(words.inWords)), element('ol', {}, ...items));
}

export function drawPart(part: Part): string {
  const text = escapeText(partText(part));
  if (typeof part === 'string') return text;
  return 'code' in part ? element('code', {}, text) : element('span', { 'data-line': part.line }, text);
}
