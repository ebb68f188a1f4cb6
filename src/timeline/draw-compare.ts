/**
 * The reader's run beside the recorded one: what was printed and when, line by line; what became of each task and thread;
 * and both timelines, one above the other. Differences are marked by a sign and a word, not by colour alone. Pure.
 */
import { compareRuns, sameFigures, sameTime } from '../log/compare.ts';
import type { Comparison, LaneDifference, LaneFigures, LineDifference } from '../log/compare.ts';
import type { EventLog } from '../log/events.ts';
import type { Timeline } from '../log/model.ts';
import { withoutEscapes } from '../log/sentences/context.ts';
import { onOneScale, timelineOf } from '../log/timeline.ts';
import { drawColumns, drawShape } from './draw.ts';
import type { DrawOptions } from './draw.ts';
import { element, escapeText } from './markup.ts';
import { timelineWords } from './words.ts';
import type { TimelineWords } from './words.ts';

const NOT_SAME = '≠';

export function drawComparison(recorded: EventLog, yours: EventLog, options: DrawOptions): string {
  const words = timelineWords(options.language);
  const { compare } = words;
  const comparison = compareRuns(recorded, yours);
  const title = element('h3', { class: 'tl-compare-title', id: `${options.id}-compare` }, escapeText(compare.title));
  const body = comparison.same
    ? element('p', { class: 'tl-compare-line' }, escapeText(compare.same))
    : element('p', { class: 'tl-compare-line' }, escapeText(compare.time(rounded(comparison.recordedSeconds), rounded(comparison.yourSeconds)))) +
      drawOutput(comparison, words) +
      drawLanes(comparison, words) +
      drawRuns(comparison, recorded, yours, options);
  return element('div', { class: 'timeline tl-compare', role: 'group', 'aria-labelledby': `${options.id}-compare` }, title, body);
}

/** To the hundredth: differences below are no differences here. */
function rounded(seconds: number): number {
  return Math.round(seconds * 100) / 100;
}

function drawRuns({ lanes }: Comparison, recorded: EventLog, yours: EventLog, options: DrawOptions): string {
  const { compare } = timelineWords(options.language);
  const [theirs, mine] = onOneScale(timelineOf(recorded), timelineOf(yours));
  const whole = Math.max(theirs.axis.width, mine.axis.width);
  const marks = new Map(lanes.map((lane) => [lane.label, laneMark(lane)]));
  return drawRun(compare.recorded, theirs, whole, { ...options, id: `${options.id}-recorded`, marks }) + drawRun(compare.yours, mine, whole, { ...options, id: `${options.id}-yours`, marks });
}

function drawRun(name: string, timeline: Timeline, whole: number, options: DrawOptions): string {
  const figure = { class: 'tl-figure', style: `--tl-share: ${(timeline.axis.width / whole).toFixed(4)}` };
  return element('h4', { class: 'tl-compare-head' }, escapeText(name)) + element('div', figure, drawColumns(timeline, options));
}

function drawOutput({ output }: Comparison, words: TimelineWords): string {
  const { compare } = words;
  const rows = output.map((line) => {
    const mark = markOf(line);
    return element(
      'tr',
      { 'data-only': line.kind === 'same' ? undefined : line.kind, 'data-differs': mark === NOT_SAME ? '' : undefined },
      element('td', { class: 'tl-compare-mark' }, mark, hidden(line.kind === 'same' ? '' : compare.only[line.kind])),
      element('td', {}, 'recorded' in line ? words.seconds(rounded(line.recorded.at)) : ''),
      element('td', {}, 'yours' in line ? timeOf(line, words) : ''),
      element('td', { class: 'tl-compare-text' }, element('code', {}, escapeText(shown('yours' in line ? line.yours.text : line.recorded.text)))),
    );
  });
  return table(compare.output, words, rows);
}

/** A line as it is read. A cursor that goes back (`\r`) goes nowhere here: what is written over stands in a row of its own. */
function shown(text: string): string {
  return withoutEscapes(text).replace(/[^\P{Cc}\t]/gu, '');
}

/** A line that both runs print, at another time, is marked too. */
function markOf(line: LineDifference): string {
  if (line.kind === 'recorded') return '−';
  if (line.kind === 'yours') return '+';
  return sameTime(line.recorded.at, line.yours.at) ? '' : NOT_SAME;
}

function timeOf(line: Exclude<LineDifference, { kind: 'recorded' }>, words: TimelineWords): string {
  const time = escapeText(words.seconds(rounded(line.yours.at)));
  if (line.kind === 'yours' || sameTime(line.recorded.at, line.yours.at)) return time;
  return time + hidden(`, ${words.compare.later(rounded(line.yours.at - line.recorded.at))}`);
}

function drawLanes({ lanes }: Comparison, words: TimelineWords): string {
  const rows = lanes.map((lane) => {
    const mark = laneMark(lane);
    return element(
      'tr',
      { 'data-differs': mark === '' ? undefined : '' },
      element('td', { class: 'tl-compare-mark' }, mark),
      element('td', {}, drawFigures(lane.recorded, words)),
      element('td', {}, drawFigures(lane.yours, words)),
      element('td', { class: 'tl-compare-text' }, element('code', {}, escapeText(lane.label))),
    );
  });
  return table(words.lanes, words, rows);
}

function laneMark({ recorded, yours }: LaneDifference): string {
  if (recorded === undefined) return '+';
  if (yours === undefined) return '−';
  return sameFigures(recorded, yours) ? '' : NOT_SAME;
}

function drawFigures(figures: LaneFigures | undefined, words: TimelineWords): string {
  if (figures === undefined) return '';
  const { end, endedAt, blockedSeconds } = figures;
  const ended = end === 'unfinished' ? drawShape('waiting') : drawShape(end) + hidden(words.states[end]);
  const blocked = rounded(blockedSeconds) === 0 ? '' : ` ${drawShape('blocking')}${hidden(words.states.blocking)} ${escapeText(words.seconds(rounded(blockedSeconds)))}`;
  return `${ended} ${escapeText(words.seconds(rounded(endedAt)))}${blocked}`;
}

/** @param what what is compared: the last column. */
function table(what: string, { compare }: TimelineWords, rows: readonly string[]): string {
  const heads = [compare.recorded, compare.yours, what].map((name) => element('th', { scope: 'col' }, escapeText(name)));
  const head = element('tr', {}, element('td', {}), ...heads);
  return element('table', { class: 'tl-compare-table', 'aria-label': what }, element('thead', {}, head), element('tbody', {}, ...rows));
}

function hidden(text: string): string {
  return text === '' ? '' : element('span', { class: 'tl-hidden' }, escapeText(text));
}
